// Mails to applicants, as a demonstration shows them: they say where to look and nothing about whom they are for.

import { ACCOUNTS, applicant, fillIn, FORM, name, readReceipt, send, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

test("a mail confirms an application, leads to its status, and stands in the history that HR reads", async ({ page, somebody }, { project }) => {
  const who = applicant("Marguerite", project.name === "javascript" ? "Oosterhuis" : "Vandersteen");
  await page.goto(FORM);
  await fillIn(page, who);
  await send(page);
  await readReceipt(page);

  const mail = page.getByRole("article").filter({ hasText: who.email }).first();
  await expect(async () => {
    await page.goto("/outbox");
    await expect(mail).toBeVisible({ timeout: 100 });
  }).toPass();
  await expect(mail.getByRole("heading")).toHaveText("Your application has arrived");
  await expect(mail).not.toContainText(who.firstName);
  await expect(mail).not.toContainText(who.lastName);
  await expect(mail.getByRole("link", { name: /\/status$/ })).toHaveCount(1);
  await page.goto("/status");
  await page.getByRole("button", { name: "Show my application" }).click();
  await expect(page.getByRole("heading", { name: "Your application has arrived" })).toBeVisible();

  const hr = await somebody();
  await signedIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/applications");
  await hr.getByRole("link", { name: name(who) }).click();
  await expect(hr.getByRole("region", { name: "History" })).toContainText("Mail sent: “Your application has arrived”");
});
