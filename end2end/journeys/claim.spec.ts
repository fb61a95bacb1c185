// A claim after the close: four applications are kept past their date, however often nobody looks, until two people end it.

import type { Page } from "@playwright/test";
import { dayAfter, inDays, lastOfSixMonths, sixMonthsAfter, writtenOut } from "../support/dates.ts";
import {
  applicationsOf,
  expectCertificate,
  expectErasedFrom,
  expectGone,
  expectPlan,
  expectStatus,
  publish,
  rejectAllAndClose,
  start,
} from "../support/desk.ts";
import { ACCOUNTS, apply, FIVE, type Receipt, SECOND_OF_HR, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

// Time is moved here.
test.use({ ownServer: true });

const TITLE = "Refrigeration engineer (f/m/d)";
const REASON = "She claims to have been passed over for her age.";
const REJECTED = "We cannot offer you this position";
const WAITS = "1 claim was not reviewed in time";

test("a claim with three comparators keeps four, though its review is missed twice, until two people end it", async ({
  page: visitor,
  server,
  somebody,
}) => {
  test.setTimeout(300_000);
  const hr = await somebody();
  const second = await somebody();
  const privacy = await somebody();
  const closed = inDays(20);
  const due = sixMonthsAfter(closed);
  const [review, again, onceMore] = [inDays(60), inDays(120), dayAfter(due, 30)];

  await signedIn(hr, ACCOUNTS.hr);
  const [posting, form] = await publish(hr, TITLE, inDays(10), inDays(90));
  const receipts: Receipt[] = [];
  for (const who of FIVE) receipts.push(await apply(visitor, form, who));
  const addresses = await applicationsOf(hr, posting, FIVE);
  const [claimant, ...others] = addresses as [string, string, string, string, string];
  const [kept, spared] = [receipts.slice(0, 4), receipts[4]!];

  await test.step("all are rejected and the procedure is closed", async () => {
    await server.goOnAt(closed);
    await signedIn(hr, ACCOUNTS.hr);
    await rejectAllAndClose(hr, posting);
    await expectPlan(hr, TITLE, [[due, 5]]);
  });

  const claim = await test.step("a claim is announced, and HR names three with whom the claimant is compared", async () => {
    await server.goOnAt(inDays(30));
    await signedIn(hr, ACCOUNTS.hr);
    await hr.goto(claimant);
    await hr.getByRole("link", { name: "Keep for a claim …" }).click();
    const keep = hr.getByRole("button", { name: "Keep", exact: true });
    await keep.click();
    await expect(hr.getByRole("alert")).toContainText("What is it");
    await hr.getByLabel("Claim announced").check();
    await hr.getByLabel("Why these applications are needed for it").fill(REASON);
    await hr.getByLabel("Look at it again by").fill(review);
    await expect(hr.getByRole("checkbox")).toHaveCount(4);
    // Names are blocked: the end of the identifier tells them apart.
    for (const address of others.slice(0, 3)) await hr.getByRole("checkbox", { name: `…${address.slice(-4)}` }).check();
    await keep.click();
    const claims = hr.getByRole("region", { name: "Claims" });
    await expect(claims).toContainText("The claimant’s application");
    await expect(claims).toContainText(REASON);
    await expect(claims).toContainText(`to be reviewed by ${writtenOut(review)}`);
    await claims.getByRole("link", { name: "To the claim" }).click();
    await expect(hr.getByRole("main")).toContainText("Claim announced");
    await expectClaim(hr, 4, 0);
    const address = new URL(hr.url()).pathname;

    for (const other of others.slice(0, 3)) {
      await hr.goto(other);
      await expect(hr.getByRole("region", { name: "Claims" })).toContainText("Compared with the claimant's");
      await expect(hr.getByRole("region", { name: "This record is blocked" }), "a claim opens nothing").toBeVisible();
      await expectErasedFrom(hr, due);
    }
    await hr.goto(others[3]);
    await expect(hr.getByRole("region", { name: "Claims" })).not.toContainText(REASON);
    return address;
  });

  await test.step("the day of review is no alarm; the day after it is one, for HR", async () => {
    await server.goOnAt(review);
    await expectAlarm(hr, privacy, { hr: false, privacy: false });
    await server.goOnAt(dayAfter(review));
    await expectAlarm(hr, privacy, { hr: true, privacy: false });
    await hr.getByRole("link", { name: WAITS }).click();
    await expect(hr).toHaveURL("/office/retention#claims");
    await expect(hr.getByRole("region", { name: "One claim was not reviewed in time" })).toContainText("They still stand");
  });

  await test.step("fourteen days later it is not yet one for the privacy officer, then it is", async () => {
    await server.goOnAt(dayAfter(review, 14));
    await expectAlarm(hr, privacy, { hr: true, privacy: false });
    await server.goOnAt(dayAfter(review, 15));
    await expectAlarm(hr, privacy, { hr: true, privacy: true });
    await privacy.goto("/office/retention");
    const claims = privacy.getByRole("region", { name: "Claims that stop the clock" });
    await expect(claims.getByRole("row").filter({ hasText: TITLE })).toContainText("Review missed once");
    await expect(privacy.getByRole("main"), "the officer reads no reasons").not.toContainText(REASON);
  });

  await test.step("HR looks again, late, and it still stands", async () => {
    await look(hr, claim, again);
    await expectClaim(hr, 4, 0);
    await expect(hr.getByRole("main")).toContainText("Review missed once");
    await expectAlarm(hr, privacy, { hr: false, privacy: false });
  });

  await test.step("the second review is missed as well, and it escalates as before", async () => {
    await server.goOnAt(dayAfter(again));
    await expectAlarm(hr, privacy, { hr: true, privacy: false });
    await server.goOnAt(dayAfter(again, 15));
    await expectAlarm(hr, privacy, { hr: true, privacy: true });
    await hr.goto(claim);
    await expect(hr.getByRole("main")).toContainText("Review missed 2 times");
  });

  await test.step("their date passes: who is not needed for the claim is erased, four are kept", async () => {
    await server.goOnAt(lastOfSixMonths(closed));
    await expectStatus(visitor, spared, REJECTED, due);
    await server.goOnAt(due);
    await expectCertificate(visitor, spared, due, closed);
    for (const receipt of kept) await expectStatus(visitor, receipt, REJECTED, due);
    await expectAlarm(hr, privacy, { hr: true, privacy: true });
    await expectPlan(hr, TITLE, [[due, 4]]);
    await expect(hr.getByRole("main")).toContainText("4 of them stay: kept for a claim, or restricted");
    await expect(hr.getByRole("region", { name: /overdue/ }), "what is kept is not overdue").toHaveCount(0);
    await hr.goto(claim);
    await expectClaim(hr, 4, 4);
  });

  await test.step("one person of HR ends nothing", async () => {
    await look(hr, claim, onceMore);
    await hr.getByRole("button", { name: "Propose to end it" }).click();
    await expect(hr.getByRole("main")).toContainText("A second person of HR has to agree.");
    await expect(hr.getByRole("button", { name: "Agree and end it" })).toHaveCount(0);
    expect(await server.run(["sweep"])).toMatchObject({ status: 0, stdout: expect.stringContaining("erased 0 application(s), failed 0") });
    for (const receipt of kept) await expectStatus(visitor, receipt, REJECTED, due);
  });

  await test.step("nor do two of whom one says that it still stands", async () => {
    await signedIn(second, SECOND_OF_HR);
    await second.goto(claim);
    await second.getByRole("button", { name: "It still stands" }).click();
    await expect(second.getByRole("button", { name: "Propose to end it" })).toBeVisible();
    await expect(second.getByRole("button", { name: "Agree and end it" })).toHaveCount(0);
  });

  await test.step("two who agree do, and the next sweep erases all four", async () => {
    await second.getByRole("button", { name: "Propose to end it" }).click();
    await hr.goto(claim);
    await hr.getByRole("button", { name: "Agree and end it" }).click();
    await expect(hr).toHaveURL("/office/retention");
    await expect(hr.getByRole("heading", { name: "Claims that stop the clock" })).toHaveCount(0);
    expect(await server.run(["sweep"])).toMatchObject({ status: 0, stdout: expect.stringContaining("erased 4 application(s), failed 0") });
    for (const receipt of kept) await expectCertificate(visitor, receipt, due, closed);
    await expectGone(hr, addresses);
    await expectAlarm(hr, privacy, { hr: false, privacy: false });
  });
});

/** Whom the start pages tell that the claim was not reviewed in time. Both sign in anew: meanwhile months may have passed. */
async function expectAlarm(hr: Page, privacy: Page, told: { hr: boolean; privacy: boolean }): Promise<void> {
  for (const [page, email, is] of [[privacy, ACCOUNTS.privacy, told.privacy], [hr, ACCOUNTS.hr, told.hr]] as const) {
    await start(page, email);
    await expect(page.getByRole("link", { name: WAITS })).toHaveCount(is ? 1 : 0);
  }
}

/** HR looks at the claim: it still stands, until another day. */
async function look(hr: Page, claim: string, until: string): Promise<void> {
  await hr.goto(claim);
  await hr.getByLabel("Look at it again by").fill(until);
  await hr.getByRole("button", { name: "It still stands" }).click();
  await expect(hr.getByRole("definition").first()).toContainText(String(Number(until.slice(-2))));
}

/** How many applications the page of the claim says are kept for it, and how many of them past their date. */
async function expectClaim(hr: Page, applications: number, past: number): Promise<void> {
  await expect(hr.getByRole("definition").nth(1)).toHaveText(String(applications));
  await expect(hr.getByRole("definition").nth(2)).toHaveText(String(past));
}
