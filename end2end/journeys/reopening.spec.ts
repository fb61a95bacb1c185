// A closed procedure is taken up again for two of five: these get a new date, the other three keep theirs and stay blocked.

import { inDays, lastOfSixMonths, sixMonthsAfter, writtenOut } from "../support/dates.ts";
import {
  applicationsOf,
  decide,
  expectCertificate,
  expectErasedFrom,
  expectGone,
  expectPlan,
  expectStatus,
  publish,
  rejectAllAndClose,
} from "../support/desk.ts";
import { ACCOUNTS, apply, FIVE, name, type Receipt, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

// Time is moved here.
test.use({ ownServer: true });

const TITLE = "Building physicist (f/m/d)";
const ARRIVED = "Your application has arrived";
const REJECTED = "We cannot offer you this position";

test("a procedure reopened for two of five erases three on their date and two later", async ({ page: visitor, server, somebody }) => {
  test.setTimeout(240_000);
  const hr = await somebody();
  const [closed, closedAgain] = [inDays(20), inDays(100)];
  const [due, dueAgain] = [sixMonthsAfter(closed), sixMonthsAfter(closedAgain)];

  await signedIn(hr, ACCOUNTS.hr);
  const [posting, form] = await publish(hr, TITLE, inDays(10), inDays(90));
  const receipts: Receipt[] = [];
  for (const who of FIVE) receipts.push(await apply(visitor, form, who));
  const addresses = await applicationsOf(hr, posting, FIVE);
  const [chosen, left] = [addresses.slice(0, 2), addresses.slice(2)];
  const [again, over] = [receipts.slice(0, 2), receipts.slice(2)];

  await test.step("all are rejected and the procedure is closed: one date for five", async () => {
    await server.goOnAt(closed);
    await signedIn(hr, ACCOUNTS.hr);
    await rejectAllAndClose(hr, posting);
    await expectPlan(hr, TITLE, [[due, 5]]);
    for (const receipt of receipts) await expectStatus(visitor, receipt, REJECTED, due);
  });

  await test.step("HR reopens it for two", async () => {
    await server.goOnAt(inDays(40));
    await signedIn(hr, ACCOUNTS.hr);
    await hr.goto(posting);
    await hr.getByRole("link", { name: "Reopen …" }).click();
    await hr.getByRole("button", { name: "Reopen procedure" }).click();
    await expect(hr.getByRole("alert")).toContainText("Why");
    await expect(hr.getByRole("checkbox")).toHaveCount(5);
    await hr.getByLabel("Whoever was hired does not come, or left early").check();
    await hr.getByLabel("Closes by itself on").fill(closedAgain);
    for (const address of chosen) {
      // Names are blocked: the identifier tells them apart.
      const candidate = hr.getByRole("row").filter({ has: hr.getByRole("link", { name: `…${address.slice(-4)}` }) });
      await candidate.getByRole("checkbox").check();
    }
    await hr.getByRole("button", { name: "Reopen procedure" }).click();
    await expect(hr).toHaveURL(`${posting}?done=recorded`);
    await expect(hr.getByText("Intake closed").first()).toBeVisible();
    await expect(hr.getByRole("link", { name: "Public page" }), "the job does not go back to the careers site").toHaveCount(0);
  });

  await test.step("these two are undecided and open again, with the date of the new plan", async () => {
    const several = hr.getByRole("region", { name: "Decide several at once" });
    await expect(several.getByRole("checkbox")).toHaveCount(2);
    for (const who of FIVE.slice(0, 2)) await expect(several).toContainText(name(who));
    for (const [at, address] of chosen.entries()) {
      await hr.goto(address);
      await expect(hr.getByRole("heading", { level: 1 })).toHaveText(name(FIVE[at]!));
      await expect(hr.getByRole("region", { name: "History" })).toContainText("reopened the procedure: Whoever was hired does not come");
      await expectErasedFrom(hr, dueAgain);
      await expectStatus(visitor, again[at]!, ARRIVED, dueAgain);
    }
  });

  await test.step("the other three stay blocked and keep their date", async () => {
    for (const [at, address] of left.entries()) {
      await hr.goto(address);
      await expect(hr.getByRole("region", { name: "This record is blocked" })).toBeVisible();
      await expect(hr.getByRole("main")).not.toContainText(FIVE[at + 2]!.lastName);
      await expect(hr.getByRole("region", { name: "Outcome" })).toHaveCount(0);
      await expectErasedFrom(hr, due);
      await expectStatus(visitor, over[at]!, REJECTED, due);
      await expect(visitor.getByRole("main")).toContainText(`Procedure closed on ${writtenOut(closed)}`);
    }
    await expectPlan(hr, TITLE, [[due, 3], [dueAgain, 2]]);
    await expect(hr.getByRole("main")).toContainText(`The procedure was closed on ${writtenOut(closed)}.`);
    await expect(hr.getByRole("main")).toContainText(`The procedure closes by itself on ${writtenOut(closedAgain)}, at the latest.`);
  });

  await test.step("one of the two is rejected once more, and the second close comes by itself: no date moves", async () => {
    await hr.goto(chosen[0]!);
    await decide(hr, "Rejected", "Another one fits better, still.");
    await expectErasedFrom(hr, dueAgain);
    await server.goOnAt(closedAgain);
    await expectStatus(visitor, again[0]!, REJECTED, dueAgain);
    await expectStatus(visitor, again[1]!, "The procedure has ended", dueAgain);
    await signedIn(hr, ACCOUNTS.hr);
    for (const address of addresses) {
      await hr.goto(address);
      await expect(hr.getByRole("region", { name: "This record is blocked" })).toBeVisible();
      await expectErasedFrom(hr, chosen.includes(address) ? dueAgain : due);
    }
    await expectPlan(hr, TITLE, [[due, 3], [dueAgain, 2]]);
  });

  await test.step("the three go six months after the first close, the two stay", async () => {
    await server.goOnAt(lastOfSixMonths(closed));
    for (const receipt of over) await expectStatus(visitor, receipt, REJECTED, due);
    await server.goOnAt(due);
    for (const receipt of over) await expectCertificate(visitor, receipt, due, closed);
    await expectStatus(visitor, again[0]!, REJECTED, dueAgain);
    await expectStatus(visitor, again[1]!, "The procedure has ended", dueAgain);
    await signedIn(hr, ACCOUNTS.hr);
    await expectPlan(hr, TITLE, [[dueAgain, 2]]);
    await expectGone(hr, left);
  });

  await test.step("the two go six months after the second", async () => {
    await server.goOnAt(dueAgain);
    for (const receipt of again) await expectCertificate(visitor, receipt, dueAgain, closedAgain);
    await signedIn(hr, ACCOUNTS.hr);
    await hr.goto(posting);
    await expect(hr.getByRole("heading", { name: "No application is here" })).toBeVisible();
    expect(await server.run(["audit", "verify"])).toMatchObject({ status: 0 });
  });
});
