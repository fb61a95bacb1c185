// A procedure in which nobody does anything: it closes by itself, and everybody who applied is told, and forgotten.

import type { Locator, Page } from "@playwright/test";
import { dayAfter, inDays, sixMonthsAfter, writtenOut } from "../support/dates.ts";
import { applicationsOf, expectCertificate, expectErasedFrom, expectGone, expectPlan, expectStatus, publish, start } from "../support/desk.ts";
import { ACCOUNTS, applicant, apply, type Receipt, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

// Time is moved here.
test.use({ ownServer: true });

const TITLE = "Planner for heat networks (f/m/d)";
const EVERYBODY = [applicant("Ida", "Quillfeather"), applicant("Ben", "Ossenkamp")];
const ARRIVED = "Your application has arrived";
const ENDED = "The procedure has ended";

test("nobody acts until the planned close, which comes by itself", async ({ page: visitor, server, somebody }) => {
  test.setTimeout(240_000);
  const hr = await somebody();
  const privacy = await somebody();
  const planned = inDays(150);
  const gone = sixMonthsAfter(planned);

  await signedIn(hr, ACCOUNTS.hr);
  const [posting, form] = await publish(hr, TITLE, inDays(10), planned);
  const receipts: Receipt[] = [];
  for (const who of EVERYBODY) receipts.push(await apply(visitor, form, who));
  for (const receipt of receipts) expect(receipt.erasedFrom, "the day on the receipt").toBe(gone);
  const addresses = await applicationsOf(hr, posting, EVERYBODY);

  await test.step("for less than three months nobody is told", async () => {
    await server.goOnAt(inDays(88));
    await start(privacy, ACCOUNTS.privacy);
    await expect(forgotten(privacy)).toHaveCount(0);
  });

  await test.step("after three months without an act the privacy officer is", async () => {
    await server.goOnAt(inDays(93));
    await start(privacy, ACCOUNTS.privacy);
    await expect(forgotten(privacy)).toContainText("2 applications");
    await expect(forgotten(privacy).getByRole("time")).toHaveAttribute("datetime", inDays(0));
    await start(hr, ACCOUNTS.hr);
    await expect(closing(hr), "too early to remind HR").toHaveCount(0);
  });

  await test.step("HR is reminded a fortnight before the planned close, not a day earlier", async () => {
    await server.goOnAt(dayAfter(planned, -15));
    await start(hr, ACCOUNTS.hr);
    await expect(closing(hr)).toContainText("2 undecided");
    await expect(closing(hr)).not.toContainText(/in \d+ days/);
    await server.goOnAt(dayAfter(planned, -14));
    await start(hr, ACCOUNTS.hr);
    await expect(closing(hr)).toContainText("in 14 days");
  });

  await test.step("and again three days before", async () => {
    await server.goOnAt(dayAfter(planned, -3));
    await start(hr, ACCOUNTS.hr);
    await expect(closing(hr)).toContainText("in 3 days");
    for (const receipt of receipts) await expectStatus(visitor, receipt, ARRIVED, gone);
  });

  await test.step("on its day the procedure closes by itself, and who waited is told that it has ended", async () => {
    await server.goOnAt(planned);
    for (const receipt of receipts) {
      await expectStatus(visitor, receipt, ENDED, gone);
      await expect(visitor.getByRole("main")).toContainText(`Procedure closed on ${writtenOut(planned)}`);
    }
    await start(hr, ACCOUNTS.hr);
    await expect(closing(hr)).toHaveCount(0);
    await start(privacy, ACCOUNTS.privacy);
    await expect(forgotten(privacy)).toHaveCount(0);

    await hr.goto(posting);
    const closed = hr.getByRole("listitem").filter({ hasText: "Closed" });
    await expect(closed.getByRole("time")).toHaveAttribute("datetime", new RegExp(`^${planned}`));
    for (const address of addresses) {
      await hr.goto(address);
      await expect(hr.getByRole("region", { name: "This record is blocked" })).toBeVisible();
      await expect(hr.getByRole("main")).toContainText("Undecided");
      await expect(hr.getByRole("region", { name: "History" })).toContainText(`closed by itself on ${writtenOut(planned)}`);
      await expectErasedFrom(hr, gone);
    }
    await expectPlan(hr, TITLE, [[gone, 2]]);
    await expect(hr.getByRole("main")).toContainText(`The procedure closed by itself on ${writtenOut(planned)}.`);
  });

  await test.step("on the last day everything is still there", async () => {
    await server.goOnAt(dayAfter(gone, -1));
    for (const receipt of receipts) await expectStatus(visitor, receipt, ENDED, gone);
  });

  await test.step("six months after the close everything is erased, with a certificate for each", async () => {
    await server.goOnAt(gone);
    for (const receipt of receipts) await expectCertificate(visitor, receipt, gone, planned);
    await signedIn(hr, ACCOUNTS.hr);
    await expectGone(hr, addresses);
    await hr.goto(posting);
    await expect(hr.getByRole("heading", { name: "No application is here" })).toBeVisible();
    expect(await server.run(["audit", "verify"])).toMatchObject({ status: 0 });
  });
});

/** The line on HR's start page that says that the procedure closes soon. */
function closing(hr: Page): Locator {
  return hr.getByRole("region", { name: "Close by themselves within 30 days" }).getByRole("listitem").filter({ hasText: TITLE });
}

/** The line on the privacy officer's start page that says that nothing has happened in the procedure. */
function forgotten(privacy: Page): Locator {
  const region = privacy.getByRole("region", { name: "Nothing has happened for three months" });
  return region.getByRole("listitem").filter({ hasText: TITLE });
}
