// German and Dutch words are long, and so are names: no list or page of the desk grows wider than its window by them.

import { ACCOUNTS, applicant, apply, FORM, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const PAGES = ["", "/applications", "/postings", "/postings/new", "/retention", "/retention/concept", "/employees", "/pool", "/papers", "/look-up"];
const NAME = "Überlang-Hohenlohe-Schillingsfürst-Waldenburg-Zollern";

test("nothing at the desk scrolls sideways in German or Dutch, with a name of fifty letters @javascript", async ({ page, somebody }) => {
  const someone = await somebody();
  await apply(someone, FORM, { ...applicant("Annemarie", NAME), email: "annemarie@example.org" });
  await signedIn(page, ACCOUNTS.hr);
  await page.goto("/office/applications");
  const one = await page.getByRole("link", { name: NAME }).first().getAttribute("href");
  for (const language of ["Deutsch", "Nederlands"]) {
    await page.goto("/office");
    await page.getByRole("button", { name: language }).click();
    for (const path of [...PAGES.map((path) => `/office${path}`), one!]) {
      await page.goto(path);
      for (const width of [320, 768, 1000, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const room = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect.soft(room, `${path} in ${language} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});
