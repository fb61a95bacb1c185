import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// `make screenshots` says where the pictures go; without it, the journeys run.
const screenshots = process.env["ABLAUF_SCREENSHOTS"];

// Every journey runs twice: with JavaScript and without. One that only makes sense on one side carries a tag,
// `@javascript` or `@no-javascript`, in its title.
const journeys = [
  { name: "javascript", grepInvert: /@no-javascript/, use: { javaScriptEnabled: true } },
  { name: "no-javascript", grepInvert: /@javascript/, use: { javaScriptEnabled: false } },
];

// The engine of Chromium without its windows: the same pages in half the CPU time.
const headlessShell = "/usr/bin/chromium-headless-shell";
const chromium = process.env["CHROMIUM"] || (existsSync(headlessShell) ? headlessShell : "/usr/bin/chromium");

export default defineConfig({
  globalSetup: "./support/demo.ts",
  testDir: screenshots ? "screenshots" : "journeys",
  projects: screenshots ? [{ name: "screenshots" }] : journeys,
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  preserveOutput: "failures-only",
  reporter: [["list"], ["json", { outputFile: "playwright-report/results.json" }]],
  use: {
    browserName: "chromium",
    actionTimeout: 15_000,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    screenshot: "only-on-failure",
    // Recording every step of those that pass doubles their time: `--trace on` shows one that fails.
    trace: "off",
    launchOptions: {
      executablePath: chromium,
      // A frame kept from page to page (no RenderDocument) saves a fifth of the CPU time. Chromium minds the last such list
      // alone, so what Playwright's own list says of pages is said again.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-features=RenderDocument,AvoidUnnecessaryBeforeUnloadCheckSync,HttpsUpgrades,PaintHolding,ThirdPartyStoragePartitioning",
      ],
    },
  },
});
