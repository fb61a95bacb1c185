import { defineConfig } from "@playwright/test";

// `make screenshots` says where the pictures go; without it, the journeys run.
const screenshots = process.env["ABLAUF_SCREENSHOTS"];

// Every journey runs twice: with JavaScript and without. One that only makes sense on one side carries a tag,
// `@javascript` or `@no-javascript`, in its title.
const journeys = [
  { name: "javascript", grepInvert: /@no-javascript/, use: { javaScriptEnabled: true } },
  { name: "no-javascript", grepInvert: /@javascript/, use: { javaScriptEnabled: false } },
];

export default defineConfig({
  globalSetup: "./support/demo.ts",
  testDir: screenshots ? "screenshots" : "journeys",
  projects: screenshots ? [{ name: "screenshots" }] : journeys,
  workers: 2,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
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
      executablePath: process.env["CHROMIUM"] || "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
