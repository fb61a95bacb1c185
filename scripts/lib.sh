# shellcheck shell=bash
# Sourced by every script here: where things are kept, how to find out what is missing, how to start what must be ended.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Built things live outside the tree, so that a second clone does not build them again.
ABLAUF_CACHE=${ABLAUF_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ablauf}
CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$ABLAUF_CACHE/target}
export ABLAUF_CACHE CARGO_TARGET_DIR

say() { printf '\n==> %s\n' "$*"; }

die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# First 16 hex digits of the SHA-256 of what comes in.
hash() { if have sha256sum; then sha256sum; else shasum -a 256; fi | cut -c1-16; }

# ratio WHAT MEASURED BASE UNIT: prints "0.93  sealing against raw aes-gcm (812 of 873 MB/s)".
ratio() { awk -v m="$2" -v b="$3" 'BEGIN { printf "%6.2f  ", m / b }' && printf '%s (%s of %s %s)\n' "$1" "$2" "$3" "$4"; }

# The version of a crate in Cargo.lock: the tools that go with it must be the same.
locked_version() {
  awk -v wanted="name = \"$1\"" '$0 == wanted { getline; gsub(/version = |"/, ""); print; exit }' "$ROOT/Cargo.lock"
}

WASM_BINDGEN_VERSION=$(locked_version wasm-bindgen)
# shellcheck disable=SC2034 # read by the scripts that source this file
{
  WASM_BINDGEN=$ABLAUF_CACHE/tools/wasm-bindgen-$WASM_BINDGEN_VERSION/bin/wasm-bindgen
  NODE_TOOLS=$ABLAUF_CACHE/tools/node-$(hash <"$ROOT/scripts/tools/package-lock.json")
  VENV=$ABLAUF_CACHE/venv-$(hash <"$ROOT/scripts/tools/requirements.txt")
  NEXTEST_VERSION=0.9.143
  CARGO_FUZZ_VERSION=0.13.2
}
PATH=$PATH:$ABLAUF_CACHE/tools/cargo-nextest-$NEXTEST_VERSION/bin:$ABLAUF_CACHE/tools/cargo-fuzz-$CARGO_FUZZ_VERSION/bin

# The host build leaves `frontend` out: in one graph with the server, cargo would switch on `ssr` and `hydrate` together.
# Lint, build and tests name the same packages and features, so that nothing is compiled twice.
# shellcheck disable=SC2034
HOST=(--workspace --exclude frontend --features server/failpoints)

# install_tool CRATE VERSION NAME: a crate's binaries, into the cache's tools/NAME-VERSION.
install_tool() {
  local crate=$1 version=$2
  local root=$ABLAUF_CACHE/tools/$3-$version build=$ABLAUF_CACHE/build-$3-$version
  say "building $crate $version, once, into $root"
  # Without the crate's own lock file if that one no longer resolves.
  CARGO_TARGET_DIR=$build cargo install "$crate" --version "$version" --locked --root "$root" \
    || CARGO_TARGET_DIR=$build cargo install "$crate" --version "$version" --root "$root"
  rm -rf "$build"
}

# Where initdb and pg_ctl are: on the PATH, or where Debian keeps them, the newest first.
postgres_bin() {
  local dir
  for dir in "$(dirname "$(command -v initdb || true)")" $(printf '%s\n' /usr/lib/postgresql/*/bin | sort --version-sort --reverse); do
    [[ -x $dir/initdb && -x $dir/pg_ctl ]] && printf '%s\n' "$dir" && return
  done
  return 1
}

# All clones share one target directory, and cargo tells changed sources by their age alone: what another clone compiled
# after our files were last edited would pass for ours. So our crates, not their dependencies, are compiled anew.
claim_target() {
  local owner=$CARGO_TARGET_DIR/.clone
  [[ -f $owner && $(<"$owner") == "$ROOT" ]] && return
  mkdir -p "$CARGO_TARGET_DIR"
  sed -n 's/^name = "\(.*\)"$/\1/p' "$ROOT"/*/Cargo.toml | while read -r name; do
    rm -rf "$CARGO_TARGET_DIR"/*/.fingerprint/"$name"-* "$CARGO_TARGET_DIR"/*/*/.fingerprint/"$name"-*
  done
  printf '%s\n' "$ROOT" >"$owner"
}

group=

# Runs a command as a process group of its own and waits for it in a way that a signal can break off. What it left running
# ends with it.
in_group() {
  local status=0
  set -m
  "$@" </dev/null &
  group=$!
  set +m
  wait "$group" || status=$?
  kill -KILL -- "-$group" 2>/dev/null || true
  group=
  return "$status"
}

# Ends what `in_group` started, if it is still there.
end_group() {
  [[ -n $group ]] || return 0
  kill -TERM -- "-$group" 2>/dev/null || true
  wait "$group" 2>/dev/null || true
  kill -KILL -- "-$group" 2>/dev/null || true
}

# clean_up_with COMMAND: whatever ends this script, its group ends first, then COMMAND runs, once and undisturbed.
clean_up_with() {
  # shellcheck disable=SC2064 # the command is known now
  trap "trap '' HUP INT TERM; end_group; $1" EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}
