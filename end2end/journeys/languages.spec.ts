// Three languages: the browser's own at first, then the reader's choice; the page says which one it speaks.

import { writtenOut } from "../support/dates.ts";
import { pdf } from "../support/documents.ts";
import { ACCOUNTS, awake, fillIn, FORM, PASSWORD } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const LANGUAGES = [
  { code: "de", locale: "de-DE", name: "Deutsch", openings: "Offene Stellen", home: "Arbeiten bei", start: "Was auf Sie wartet" },
  { code: "nl", locale: "nl-NL", name: "Nederlands", openings: "Vacatures", home: "Werken bij", start: "Wat op u wacht" },
  { code: "en", locale: "en-GB", name: "English", openings: "Open postings", home: "Work at", start: "What waits for you" },
];

for (const { code, locale, name, openings, home } of LANGUAGES) {
  test.describe(name, () => {
    test.use({ locale });

    test(`a browser that asks for ${locale} is answered in ${name}, with dates in its form`, async ({ page }) => {
      await page.goto("/");
      await expect(page.locator("html")).toHaveAttribute("lang", code);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(home);
      await expect(page.getByRole("banner").getByRole("link", { name: openings })).toBeVisible();
      const dates = page.getByRole("main").getByRole("time");
      for (const date of await dates.all()) {
        await expect(date).toHaveText(writtenOut((await date.getAttribute("datetime")) ?? "", locale));
      }
      expect(await dates.count()).toBeGreaterThan(3);
    });

    test(`a posting says which words are not ${name}`, async ({ page }) => {
      await page.goto("/");
      for (const [title, language] of [
        ["Softwareentwicklung Rust", "de"],
        ["Planner buitendienst", "nl"],
        ["Site Reliability Engineer", "en"],
      ] as const) {
        const heading = page.getByRole("heading", { name: title });
        const spoken = await heading.evaluate((element) => element.closest("[lang]")?.getAttribute("lang"));
        expect(spoken, title).toBe(language);
      }
    });
  });
}

test.describe("without a language that is spoken here", () => {
  test.use({ locale: "fr-FR" });

  test("English answers", async ({ page }) => {
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});

test("the switch in the footer stays on the page, and is remembered there and at the desk", async ({ page }) => {
  await page.goto(FORM);
  for (const { code, name, start } of LANGUAGES) {
    const footer = page.getByRole("contentinfo");
    await footer.getByRole("button", { name }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", code);
    await expect(page).toHaveURL(FORM);
    await expect(footer.getByRole("button", { name })).toHaveCount(0);
    await expect(footer.getByText(name)).toHaveAttribute("aria-current", "true");

    await page.goto("/sign-in");
    await page.locator("#email").fill(ACCOUNTS.hr);
    await page.locator("#password").fill(PASSWORD);
    await page.locator("form[action='/sign-in'] button").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(start);
    await page.context().clearCookies({ name: "ablauf_sign_in" });
    await page.goto(FORM);
  }
});

test("the switch keeps what was typed into the form, which can then be sent", async ({ page, javaScriptEnabled }) => {
  await page.goto(FORM);
  if (javaScriptEnabled) await awake(page);
  const cv = pdf("cv.pdf", "Twelve years of keeping things running");
  const message = "Dear all,\n\nI keep things running.";
  await fillIn(page, { firstName: "Noa", lastName: "Leeuwenhart", email: "noa@example.org", phone: "+31 20 555 0123", message, cv });
  const footer = page.getByRole("contentinfo");
  await footer.getByRole("button", { name: "Nederlands" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(page).toHaveURL(FORM);
  await expect(page.getByRole("alert")).toContainText("cv");
  for (const [id, value] of Object.entries({ first_name: "Noa", last_name: "Leeuwenhart", email: "noa@example.org", phone: "+31 20 555 0123", message })) {
    await expect(page.locator(`#${id}`), id).toHaveValue(value);
  }
  await expect(page.locator("#notice")).toBeChecked();

  await page.locator("#cv").setInputFiles(cv);
  await page.locator("#application button").click();
  await expect(page).toHaveURL("/receipt");
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
});

test("the desk has the switch too, and the choice goes with it", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(ACCOUNTS.hr);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.goto("/office/retention");
  await page.getByRole("banner").getByRole("button", { name: "Nederlands" }).click();
  await expect(page).toHaveURL("/office/retention");
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  const due = page.getByRole("table").first().getByRole("time").first();
  await expect(due).toHaveText(/^\d{1,2} (jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec) \d{4}$/);
});
