# Thin on purpose: each target is one script. What is built is kept outside the tree, in $ABLAUF_CACHE (~/.cache/ablauf).

.DEFAULT_GOAL := help
.PHONY: help run site test lint fmt bench fuzz screenshots clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

run: ## build everything and serve the demo on http://127.0.0.1:3000, data in ./data
	@scripts/run

site: ## wasm, JavaScript and CSS into ./site, which the server embeds
	@scripts/build-site

test: ## set up what is missing, run every suite, end with "N passed, N failed"
	@scripts/test

lint: ## formatting, clippy, TypeScript and shell, as in the tests
	@scripts/setup-test
	@scripts/build-site
	@scripts/lint

fmt: ## format the Rust sources
	@cargo fmt --all

bench: ## speed and memory as ratios within one run
	@scripts/bench

fuzz: ## any bytes at all into every parser of sealed bytes, ten minutes each, with nightly Rust
	@scripts/fuzz

screenshots: ## pictures of every page, three widths, light and dark, into ./screenshots
	@scripts/screenshots

clean: ## remove what was built in the tree; the cache and ./data stay
	rm -rf site screenshots end2end/node_modules end2end/playwright-report end2end/test-results
