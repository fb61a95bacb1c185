// At 400 % (WCAG 1.4.10) a window of 1280 by 1024 px holds 320 by 256: nothing scrolls sideways, nothing is cut off, and one applies there.
// And with more room between letters, words and lines (WCAG 1.4.12) nothing is lost.

import type { Locator, Page } from "@playwright/test";
import { arrive, DESK, SITE, type Stop } from "../support/pages.ts";
import { type Account, ACCOUNTS, applicant, apply, askStatus, FORM, send, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

for (const stop of SITE) {
  test(`at 400 % and with more room between letters nothing is lost on the page ${stop.name} @javascript`, ({ page }) => expectNothingLost(page, stop));
}

/** The desk's forms whose parts lie beside or within each other. */
const FORMS = /^(posting-new-questions|brand)(-problems)?$/;
for (const account of ["hr", "admin"] satisfies Account[]) {
  for (const stop of DESK[account].filter(({ name }) => FORMS.test(name))) {
    test(`at 400 % and with more room between letters nothing is lost at the desk on ${stop.name} @javascript`, async ({ page }) => {
      await signedIn(page, ACCOUNTS[account]);
      await expectNothingLost(page, stop);
    });
  }
}

test("somebody who sees a quarter of the page in each direction makes a mistake, applies, and reads the receipt", async ({ page }) => {
  await page.goto(FORM);
  await send(page);
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert").getByRole("heading")).toBeInViewport();
  await page.getByRole("alert").getByRole("link").first().click();
  await expectWhole(page.getByLabel("First name"));
  for (const label of ["First name", "Last name", "E-mail address", "Phone", "I have read the privacy notice", "CV", "Other documents"]) {
    await page.getByLabel(label).focus();
    await expectWhole(page.getByLabel(label));
  }
  const receipt = await apply(page, FORM, applicant("Zoë", "Breedveld"));
  await expectWhole(page.getByText(receipt.code, { exact: true }));
  expect(await askStatus(page, receipt.code)).toBe(200);
  expect(await lost(page)).toEqual([]);
});

async function expectNothingLost(page: Page, stop: Stop): Promise<void> {
  await arrive(page, stop);
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await lost(page), "at 400 %").toEqual([]);
  await page.evaluate(() => {
    const room = new CSSStyleSheet();
    room.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
    document.adoptedStyleSheets.push(room);
  });
  expect(await lost(page), "at 400 %, with more room").toEqual([]);
  await page.setViewportSize({ width: 1280, height: 1024 });
  expect(await lost(page), "at 100 %, with more room").toEqual([]);
}

/** All of it can be seen at once, and nothing lies over it. */
async function expectWhole(locator: Locator): Promise<void> {
  await locator.scrollIntoViewIfNeeded();
  await expect(locator).toBeInViewport({ ratio: 1 });
  const seen = await locator.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return at !== null && (element.contains(at) || at.contains(element));
  });
  expect(seen, `nothing lies over ${locator}`).toBe(true);
}

/** Text and controls that stand outside of the window's width, or that a box around them cuts off. */
function lost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lost: string[] = [];
    const [scroll, width] = [document.documentElement.scrollWidth, window.innerWidth];
    if (scroll > width) lost.push(`the page scrolls sideways: ${scroll} px in ${width}`);
    const check = (element: Element, box: DOMRect, what: string) => {
      // For screen readers only, or for programs only.
      if (element.closest(".unseen, .skip, .aside[aria-hidden=true]")) return;
      // In a fold that is not open.
      if (!element.checkVisibility()) return;
      if (box.left < -1 || box.right > width + 1) lost.push(`outside: ${what}`);
      for (let around: Element | null = element; around; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const frame = around.getBoundingClientRect();
        const cut = (overflow: string, over: boolean) => over && (overflow === "hidden" || overflow === "clip");
        const wide = box.right > frame.right + 2 || box.left < frame.left - 2;
        const high = box.bottom > frame.bottom + 2 || box.top < frame.top - 2;
        if (cut(overflowX, wide) || cut(overflowY, high)) lost.push(`cut off: ${what}`);
      }
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        if (box.width > 0 && text.parentElement) check(text.parentElement, box, text.textContent!.trim());
      }
    }
    for (const control of document.querySelectorAll<HTMLElement>("input, select, textarea, button, a.button, summary, progress")) {
      const box = control.getBoundingClientRect();
      if (box.width > 0) check(control, box, control.outerHTML.slice(0, 80));
      const short = control.scrollWidth > control.clientWidth + 1 && control.matches("button, a.button, summary");
      if (short) lost.push(`longer than its room: ${control.textContent}`);
    }
    return lost;
  });
}
