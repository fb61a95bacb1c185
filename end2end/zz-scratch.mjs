import { chromium } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const ctx = await b.newContext({ viewport: { width: 1280, height: 800 } }); const p = await ctx.newPage();
const base = "http://127.0.0.1:3999";
await p.goto(base + "/sign-in"); await p.fill("#email", "hr@demo.example"); await p.fill("#password", "ablauf-demo"); await p.click("form[action='/sign-in'] button");
for (const path of ["/office", "/office/applications", "/office/postings", "/office/postings/new"]) {
  await p.goto(base + path);
  for (const [n, f] of [["full legacy", () => new AxeBuilder({ page: p }).setLegacyMode()], ["full", () => new AxeBuilder({ page: p })], ["contrast", () => new AxeBuilder({ page: p }).setLegacyMode().withRules(["color-contrast"])], ["nocontrast", () => new AxeBuilder({ page: p }).setLegacyMode().disableRules(["color-contrast"])]]) {
    const t = Date.now(); await f().analyze(); console.log(path, n, Date.now() - t);
  }
}
await b.close();
