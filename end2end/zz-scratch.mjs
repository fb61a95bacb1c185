import { chromium } from "@playwright/test";
const [,, account, ...paths] = process.argv;
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const p = await b.newPage({ viewport: { width: 320, height: 800 } });
const base = "http://127.0.0.1:3999";
if (account !== "-") { await p.goto(base + "/sign-in"); await p.fill("#email", account + "@demo.example"); await p.fill("#password", "ablauf-demo"); await p.click("form[action='/sign-in'] button"); }
for (const path of paths) {
  await p.goto(base + path);
  console.log(path, await p.evaluate(() => { const w = document.documentElement.clientWidth; return [document.documentElement.scrollWidth, ...[...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > w + 1).map(e => e.tagName + "." + e.className?.baseVal ?? e.className + " " + Math.round(e.getBoundingClientRect().right)).slice(0, 0).concat([...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > w + 1).map(e => `${e.tagName} ${e.getAttribute("class")} ${Math.round(e.getBoundingClientRect().right)} ${e.textContent.slice(0,50)}`).slice(0,14))]; }));
}
await b.close();
