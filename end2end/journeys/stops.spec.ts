// What stops the clock or moves a date, at the desk: a claim that two people end, a procedure reopened for some, more time.

import type { Page } from "@playwright/test";
import { inDays, writtenOut } from "../support/dates.ts";
import { ACCOUNTS, SECOND_OF_HR, signIn } from "../support/people.ts";
import { expect, withOwnServer } from "../support/test.ts";

/** Time is moved here, so the server is nobody else's. */
const test = withOwnServer();

test("a claim keeps its applications until two people end it", async ({ page: hr, somebody }) => {
  const second = await somebody();
  await signIn(hr, ACCOUNTS.hr);
  await signIn(second, SECOND_OF_HR);
  await closed(hr);
  await hr.getByRole("link", { name: /applications$/ }).click();
  await hr.getByRole("table").getByRole("link").first().click();
  await hr.getByRole("link", { name: "Keep for a claim …" }).click();
  await hr.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(hr.getByRole("alert")).toContainText("What is it");
  await hr.getByLabel("Claim announced").check();
  await hr.getByLabel("Why these applications are needed for it").fill("Passed over, she says.");
  await hr.getByRole("checkbox").nth(0).check();
  await hr.getByRole("checkbox").nth(1).check();
  await hr.getByRole("checkbox").nth(2).check();
  await hr.getByRole("button", { name: "Keep", exact: true }).click();
  const claims = hr.getByRole("region", { name: "Claims" });
  await expect(claims).toContainText("Passed over, she says.");
  await claims.getByRole("link", { name: "To the claim" }).click();
  await expect(hr.getByRole("main")).toContainText("Claim announced");
  await expect(hr.getByRole("definition").nth(1)).toHaveText("4");
  const address = hr.url();

  await hr.getByRole("button", { name: "Propose to end it" }).click();
  await expect(hr.getByRole("main")).toContainText("A second person of HR has to agree.");
  await expect(hr.getByRole("button", { name: "Agree and end it" })).toHaveCount(0);
  await second.goto(address);
  await second.getByRole("button", { name: "It still stands" }).click();
  await expect(second.getByRole("button", { name: "Propose to end it" })).toBeVisible();
  await second.getByRole("button", { name: "Propose to end it" }).click();
  await hr.goto(address);
  await hr.getByRole("button", { name: "Agree and end it" }).click();
  await expect(hr).toHaveURL("/office/retention");
  await expect(hr.getByRole("heading", { name: "Claims that stop the clock" })).toHaveCount(0);
});

test("two people give a procedure more time, and one of them alone does not", async ({ page: hr, somebody }) => {
  const second = await somebody();
  await signIn(hr, ACCOUNTS.hr);
  await signIn(second, SECOND_OF_HR);
  await hr.goto("/office/postings");
  await hr.getByRole("link", { name: "Site Reliability Engineer (f/m/x)" }).click();
  const more = hr.getByRole("region", { name: "More time" });
  await more.getByLabel("Close by itself on").fill(inDays(1));
  await more.getByRole("button", { name: "Propose" }).click();
  await expect(hr.getByRole("alert")).toBeVisible();
  await more.getByLabel("Close by itself on").fill(inDays(500));
  await more.getByRole("button", { name: "Propose" }).click();
  await expect(more).toContainText("You proposed");
  await expect(more.getByRole("button", { name: "Agree" })).toHaveCount(0);
  await second.goto(new URL(hr.url()).pathname);
  await second.getByRole("region", { name: "More time" }).getByRole("button", { name: "Agree" }).click();
  await hr.goto("/office/retention");
  await expect(hr.getByRole("main")).toContainText(writtenOut(inDays(500)));
});

test("what the close has blocked opens by exact look-up alone, and a restriction leaves every list", async ({ page: hr }) => {
  await signIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/applications?stage=review&outcome=none");
  await hr.getByRole("table").getByRole("link").first().click();
  const address = new URL(hr.url()).pathname;
  const email = await hr.getByRole("region", { name: "Contact details" }).getByRole("link").first().innerText();
  await hr.getByText("Restrict the processing …").click();
  await hr.getByLabel("Accuracy contested").check();
  await hr.getByRole("button", { name: "Restrict", exact: true }).click();
  await expect(hr.getByRole("region", { name: "Contact details" })).toHaveCount(0);
  await hr.goto("/office/look-up");
  await hr.getByLabel("E-mail address").fill(email.replaceAll("\u200b", "").replaceAll("\n", ""));
  await hr.getByLabel("What for").selectOption("A legal claim");
  await hr.getByRole("button", { name: "Open for 30 minutes" }).click();
  await hr.goto(address);
  await expect(hr.getByRole("region", { name: "Contact details" })).toBeVisible();
  await hr.getByLabel("The applicant was told on").fill(inDays(0));
  await hr.getByRole("button", { name: "Lift it" }).click();
  await expect(hr.getByRole("region", { name: "History" })).toContainText("lifted the restriction");
});

// The last, since afterwards no procedure of the demonstration is closed any more.
test("a procedure is reopened for two, and everybody else keeps their date", async ({ page: hr }) => {
  await signIn(hr, ACCOUNTS.hr);
  await closed(hr);
  const posting = hr.url();
  await hr.getByRole("link", { name: "Reopen …" }).click();
  await hr.getByRole("button", { name: "Reopen procedure" }).click();
  await expect(hr.getByRole("alert")).toContainText("Why");
  await hr.getByLabel("Whoever was hired does not come, or left early").check();
  await hr.getByLabel("Closes by itself on").fill(inDays(60));
  const boxes = hr.getByRole("checkbox");
  const candidates = await boxes.count();
  expect(candidates).toBeGreaterThan(2);
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await hr.getByRole("button", { name: "Reopen procedure" }).click();
  await expect(hr).toHaveURL(posting);
  await expect(hr.getByText("Intake closed").first()).toBeVisible();
  await expect(hr.getByRole("region", { name: "Decide several at once" }).getByRole("checkbox")).toHaveCount(2);
  await hr.goto("/office/retention");
  await expect(hr.getByRole("main")).toContainText(`closes by itself on ${writtenOut(inDays(60))}`);
});

/** Goes to the posting of the demonstration whose procedure is closed. */
async function closed(hr: Page): Promise<void> {
  await hr.goto("/office/postings");
  const row = hr.getByRole("row").filter({ hasText: "Closed" }).filter({ hasNotText: "Intake closed" }).first();
  await row.getByRole("link").first().click();
}
