// What HR does at the desk in many journeys, and what the desk and `/status` say of dates.

import type { Locator, Page } from "@playwright/test";
import { writtenOut } from "./dates.ts";
import { type Applicant, askStatus, name, type Receipt, signedIn } from "./people.ts";
import { expect } from "./test.ts";

/** A row of a table by what it begins with. */
export function row(page: Page, name: string): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
}

/** Follows a link of the desk's navigation. */
export async function navigate(page: Page, place: string): Promise<void> {
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: place }).click();
}

/** Signs in and looks at the start page. */
export async function start(page: Page, email: string): Promise<void> {
  await signedIn(page, email);
  await page.goto("/office");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What waits for you");
}

/** At these addresses there is nothing any more, for whoever is signed in. */
export async function expectGone(page: Page, addresses: string[]): Promise<void> {
  for (const address of addresses) expect((await page.request.get(address)).status(), address).toBe(404);
}

/** Records an outcome on the page of an application. */
export async function decide(hr: Page, outcome: string, reason: string, receivedOn = ""): Promise<void> {
  const form = hr.getByRole("region", { name: "Outcome" });
  await form.getByRole("radio", { name: outcome }).check();
  await form.getByLabel("Reason").fill(reason);
  if (receivedOn) await form.getByLabel("Rejection received on").fill(receivedOn);
  await form.getByRole("button", { name: "Record outcome" }).click();
}

/** Writes a posting and publishes it; answers its address at the desk and that of its application form. */
export async function publish(hr: Page, title: string, intakeEnds: string, closes: string): Promise<[posting: string, form: string]> {
  await hr.goto("/office/postings/new");
  await hr.getByLabel("Title").fill(title);
  await hr.getByLabel("Place").fill("Rotterdam");
  await hr.getByLabel("Pay").fill("60,000–70,000 euros gross a year");
  await hr.getByLabel("One sentence").fill("You find out what a heat pump really does.");
  await hr.getByLabel("Text").fill("## Tasks\n\n- measure\n- doubt");
  await hr.getByLabel("Contact person").fill("Jana Vogt, jobs@werk-und-wandel.example");
  await hr.getByLabel("What happens next").fill("We answer within ten days.");
  await hr.getByLabel("Last day to apply").fill(intakeEnds);
  await hr.getByLabel("Procedure closes by itself on").fill(closes);
  await hr.getByRole("button", { name: "Save draft" }).click();
  await hr.getByRole("button", { name: "Publish" }).click();
  await expect(hr.getByText("Nobody has applied yet")).toBeVisible();
  const site = await hr.getByRole("link", { name: "Public page" }).first().getAttribute("href");
  return [new URL(hr.url()).pathname, `${site}/apply`];
}

/** The addresses of the applications to a posting at the desk, in the order of the applicants; before the close, which hides names. */
export async function applicationsOf(hr: Page, posting: string, everybody: Applicant[]): Promise<string[]> {
  await hr.goto(`/office/applications?posting=${posting.split("/").at(-1)}`);
  const addresses: string[] = [];
  for (const who of everybody) addresses.push((await hr.getByRole("link", { name: name(who) }).getAttribute("href")) ?? "");
  return addresses;
}

/** Rejects everybody who is undecided in one step, and closes the procedure by hand. */
export async function rejectAllAndClose(hr: Page, posting: string): Promise<void> {
  await hr.goto(posting);
  const several = hr.getByRole("region", { name: "Decide several at once" });
  for (const box of await several.getByRole("checkbox").all()) await box.check();
  await several.getByRole("radio", { name: "Rejected" }).check();
  await several.getByLabel("Reason").fill("Another one fits better.");
  await several.getByRole("button", { name: "Record for those ticked" }).click();
  await expect(several).toHaveCount(0);
  await hr.getByRole("link", { name: "Close procedure …" }).click();
  await hr.getByRole("button", { name: "Close procedure" }).click();
  await expect(hr.getByText("Closed", { exact: true }).first()).toBeVisible();
}

/** The day of erasure that the page of an application shows, at the desk or under `/status`. */
export async function expectErasedFrom(page: Page, day: string): Promise<void> {
  const course = page.getByRole("region", { name: "Where it stands" });
  await expect(course.getByRole("time").last()).toHaveAttribute("datetime", day);
}

/** What the retention plan says of a posting: the day and the number of each group of its applications, the soonest first. */
export async function expectPlan(hr: Page, title: string, groups: [day: string, applications: number][]): Promise<void> {
  await hr.goto("/office/retention");
  const rows = hr.getByRole("region", { name: "By month and posting" }).getByRole("row").filter({ hasText: title });
  await expect(rows).toHaveCount(groups.length);
  for (const [at, [day, applications]] of groups.entries()) {
    await expect(rows.nth(at).getByRole("time")).toHaveAttribute("datetime", day);
    await expect(rows.nth(at).getByRole("cell").nth(1)).toHaveText(String(applications));
  }
}

/** The receipt code still opens the status of an application, which says this, and that day. */
export async function expectStatus(visitor: Page, receipt: Receipt, heading: string, day: string): Promise<void> {
  expect(await askStatus(visitor, receipt.code)).toBe(200);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expectErasedFrom(visitor, day);
}

/** The receipt code leads nowhere any more, and the number on the receipt leads to a certificate of that day. */
export async function expectCertificate(visitor: Page, receipt: Receipt, due: string, closed?: string): Promise<void> {
  expect(await askStatus(visitor, receipt.code)).toBe(404);
  expect(await askStatus(visitor, receipt.certificate)).toBe(200);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Your application is forgotten");
  const certificate = visitor.getByRole("region", { name: "Certificate of erasure" });
  await expect(certificate).toContainText(receipt.certificate);
  await expect(certificate).toContainText(`Due from ${writtenOut(due)}`);
  if (closed) await expect(certificate).toContainText(`Procedure closed ${writtenOut(closed)}`);
  else await expect(certificate).not.toContainText("Procedure closed");
}
