// What programs send is held back, and no person's application is lost: a browser with JavaScript proves by itself that it took the
// trouble, and whoever has none is told what to do.

import type { Page } from "@playwright/test";
import { pdf } from "../support/documents.ts";
import { type Applicant, applicant, apply, awake, choose, fillIn, FORM, readReceipt, send } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

test.use({ ownServer: true });

const HELD_BACK = "Your application was not sent yet";
const FOR_PROGRAMS = "Leave “Homepage” empty: the field is there for programs only.";

test.describe("where one form without a proof is taken in an hour", () => {
  test.beforeEach(async ({ server }) => {
    await server.stop();
    await server.start({ ABLAUF_UNPROVEN_PER_POSTING: "1" });
  });

  test("@javascript whoever applies notices nothing", async ({ page }) => {
    for (const who of [applicant("Ada", "Brandt"), applicant("Ben", "Cornelis"), applicant("Cleo", "Dijkstra")]) {
      await page.goto(FORM);
      await awake(page);
      await fillIn(page, who);
      await send(page);
      await readReceipt(page);
    }
  });

  test("@javascript a form that is held back is sent again with the file that is still chosen", async ({ page, request }) => {
    const who = applicant("Ada", "Brandt");
    await spendTheBudget(request);
    await page.goto(FORM);
    await awake(page);
    // As in a browser that comes back to a form of another day.
    await page.locator("[name=token]").evaluate((field: HTMLInputElement) => field.setAttribute("value", "of another day"));
    await fillIn(page, who);
    await send(page);
    const summary = page.getByRole("alert");
    await expect(summary).toContainText(HELD_BACK);
    await expect(summary).toContainText("The file you chose is still chosen.");
    await send(page);
    await readReceipt(page);
  });

  test("@no-javascript whoever has no JavaScript keeps what they typed and reads when to try again", async ({ page }) => {
    await apply(page, FORM, applicant("Ada", "Brandt"));
    const who = { ...applicant("Ben", "Cornelis"), message: "Still here?" } satisfies Applicant;
    await page.goto(FORM);
    await fillIn(page, who);
    const [answer] = await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), send(page)]);
    expect(answer.status()).toBe(429);
    expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(60);
    await expect(page.getByRole("alert")).toContainText(HELD_BACK);
    await expect(page.getByRole("link", { name: /^Choose your CV again and send the form in \d+ minutes$/ })).toBeVisible();
    await expect(page.getByLabel("Message")).toHaveValue("Still here?");
    await expect(page.getByLabel("First name")).toHaveValue(who.firstName);
  });
});

test("a browser that fills in what nobody sees is forgiven", async ({ page, javaScriptEnabled }) => {
  await page.goto(FORM);
  if (javaScriptEnabled) await awake(page);
  const homepage = page.locator("#homepage");
  await expect(page.getByRole("textbox", { name: "Homepage" }), "no assistive technology finds it").toHaveCount(0);
  await page.getByLabel("Message").focus();
  await page.keyboard.press("Tab");
  await expect(homepage, "no key leads to it").not.toBeFocused();

  await fillIn(page, applicant("Ada", "Brandt"));
  await homepage.fill("https://example.org", { force: true });
  await send(page);
  await page.getByRole("alert").getByRole("link", { name: FOR_PROGRAMS }).click();
  const shown = page.getByRole("textbox", { name: "Homepage" });
  await expect(shown).toBeFocused();
  await expect(shown).toBeInViewport();
  await expect(shown).toHaveValue("https://example.org");
  await expect(shown).toHaveAccessibleDescription(new RegExp(FOR_PROGRAMS));
  await shown.fill("");
  await choose(page, pdf("cv.pdf", "Ada Brandt"));
  await send(page);
  await readReceipt(page);
});

/** Takes the only form without a proof that is taken in this hour. */
async function spendTheBudget(request: Page["request"]): Promise<void> {
  const cv = pdf("cv.pdf", "Nobody");
  const multipart = { first_name: "No", last_name: "Body", email: "no.body@example.org", notice: "read", cv };
  const answer = await request.post(FORM, { multipart, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
}
