// What stops the clock or moves a date, at the desk: more time, and a restriction. A claim and a procedure that is taken up again
// have journeys of their own (claim.spec.ts, reopening.spec.ts).

import { inDays, writtenOut } from "../support/dates.ts";
import { ACCOUNTS, SECOND_OF_HR, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

// What others look at is changed here.
test.use({ ownServer: true });

test("two people give a procedure more time, and one of them alone does not", async ({ page: hr, somebody }) => {
  const second = await somebody();
  await signedIn(hr, ACCOUNTS.hr);
  await signedIn(second, SECOND_OF_HR);
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
  await signedIn(hr, ACCOUNTS.hr);
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
