// A search that goes on for more than a year, at an employer who counts from the receipt of the applicant's own rejection.

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
  row,
  start,
} from "../support/desk.ts";
import { ACCOUNTS, applicant, apply, name, type Receipt, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

// Time is moved here.
test.use({ ownServer: true });

const TITLE = "Acoustician (f/m/d)";
const EARLY = applicant("Ida", "Quillfeather");
const LATER = applicant("Ben", "Ossenkamp");
const SILENT = applicant("Cleo", "Varga");
const WAITING = applicant("Dov", "Lindqvist");

const ARRIVED = "Your application has arrived";
const REJECTED = "We cannot offer you this position";

test("who was rejected early in a long search goes six months after hearing of it, and nobody else", async ({
  page: visitor,
  server,
  somebody,
}) => {
  test.setTimeout(240_000);
  const hr = await somebody();
  const privacy = await somebody();
  const planned = inDays(400);
  const [heardEarly, heardLater] = [inDays(12), inDays(40)];
  const [byPlan, early, later] = [planned, heardEarly, heardLater].map((day) => sixMonthsAfter(day)) as [string, string, string];

  await test.step("the administrator has it counted from the receipt of a rejection", async () => {
    const admin = await somebody();
    await signedIn(admin, ACCOUNTS.admin);
    await admin.goto("/office/settings");
    const own = admin.getByRole("radio", { name: "The receipt of the applicant’s own rejection, if it comes before the close" });
    await expect(own).not.toBeChecked();
    await own.check();
    await admin.getByRole("button", { name: "Save settings" }).click();
    await expect(own).toBeChecked();
  });

  const [posting, form] = await test.step("HR publishes a posting, which keeps that rule", async () => {
    await signedIn(hr, ACCOUNTS.hr);
    const addresses = await publish(hr, TITLE, inDays(300), planned);
    await expect(hr.getByRole("main")).toContainText("the receipt of the rejection, whichever comes first");
    return addresses;
  });

  const [first, second, third] = await test.step("three apply, and are told the day of the plan", async () => {
    const receipts: Receipt[] = [];
    for (const who of [EARLY, LATER, SILENT]) receipts.push(await apply(visitor, form, who));
    for (const receipt of receipts) expect(receipt.erasedFrom, "the day on the receipt").toBe(byPlan);
    return receipts as [Receipt, Receipt, Receipt];
  });
  const [ida, ben, cleo] = (await applicationsOf(hr, posting, [EARLY, LATER, SILENT])) as [string, string, string];

  await test.step("weeks later all three are rejected; of one it is known when she heard of it", async () => {
    await server.goOnAt(inDays(20));
    await signedIn(hr, ACCOUNTS.hr);
    for (const [address, receivedOn] of [[ida, heardEarly], [ben, ""], [cleo, ""]] as const) {
      await hr.goto(address);
      await decide(hr, "Rejected", "Too little experience with heat pumps.", receivedOn);
      await expectErasedFrom(hr, receivedOn ? early : byPlan);
    }
    await hr.goto(ida);
    const told = `The last day became ${writtenOut(lastOfSixMonths(heardEarly))}`;
    await expect(hr.getByRole("region", { name: "History" })).toContainText(told);
    await expectPlan(hr, TITLE, [[early, 1], [byPlan, 2]]);
    await expectStatus(visitor, first, REJECTED, early);
    await expectStatus(visitor, second, REJECTED, byPlan);
    await expectStatus(visitor, third, REJECTED, byPlan);
  });

  const fourth = await test.step("the search goes on: another one applies, and of a second rejection the day becomes known", async () => {
    await server.goOnAt(inDays(60));
    const receipt = await apply(visitor, form, WAITING);
    expect(receipt.erasedFrom, "the day on the receipt").toBe(byPlan);
    await signedIn(hr, ACCOUNTS.hr);
    await hr.goto(ben);
    const known = hr.getByRole("region", { name: "Receipt of the rejection" });
    await known.getByLabel("Rejection received on").fill(heardLater);
    await known.getByRole("button", { name: "Save this day" }).click();
    await expectErasedFrom(hr, later);
    await expectPlan(hr, TITLE, [[early, 1], [later, 1], [byPlan, 2]]);
    await expectStatus(visitor, second, REJECTED, later);
    return receipt;
  });

  await test.step("on her last day the one who heard first is still there", async () => {
    await server.goOnAt(lastOfSixMonths(heardEarly));
    await expectStatus(visitor, first, REJECTED, early);
  });

  await test.step("the day after, she alone is erased, while the search goes on", async () => {
    await server.goOnAt(early);
    await expectCertificate(visitor, first, early);
    await expectStatus(visitor, second, REJECTED, later);
    await expectStatus(visitor, third, REJECTED, byPlan);
    await expectStatus(visitor, fourth, ARRIVED, byPlan);

    await signedIn(hr, ACCOUNTS.hr);
    await expectGone(hr, [ida]);
    await hr.goto(posting);
    await expect(hr.getByRole("link", { name: "Public page" }), "the posting still takes applications").toBeVisible();
    await hr.getByRole("link", { name: "3 applications" }).click();
    for (const who of [LATER, SILENT, WAITING]) await expect(row(hr, name(who))).toBeVisible();
    await expect(hr.getByRole("table")).not.toContainText(EARLY.lastName);
    await expectPlan(hr, TITLE, [[later, 1], [byPlan, 2]]);

    await start(privacy, ACCOUNTS.privacy);
    const proven = privacy.getByRole("region", { name: "Certificates of erasure" });
    await expect(row(privacy, first.certificate), "the certificate on the privacy officer's start page").toContainText("keys: 1");
    await expect(proven).not.toContainText(second.certificate);
  });

  await test.step("the second one goes by a date of his own", async () => {
    await server.goOnAt(later);
    await expectCertificate(visitor, second, later);
    await signedIn(hr, ACCOUNTS.hr);
    await expectPlan(hr, TITLE, [[byPlan, 2]]);
  });

  await test.step("the rest goes six months after the close, whether or not a rejection was sent", async () => {
    await server.goOnAt(planned);
    await expectStatus(visitor, third, REJECTED, byPlan);
    await expectStatus(visitor, fourth, "The procedure has ended", byPlan);
    await server.goOnAt(byPlan);
    for (const receipt of [third, fourth]) await expectCertificate(visitor, receipt, byPlan, planned);
    for (const [receipt, due] of [[first, early], [second, later]] as const) await expectCertificate(visitor, receipt, due);
    await signedIn(hr, ACCOUNTS.hr);
    await hr.goto(posting);
    await expect(hr.getByRole("heading", { name: "No application is here" })).toBeVisible();
    expect(await server.run(["audit", "verify"])).toMatchObject({ status: 0 });
  });
});
