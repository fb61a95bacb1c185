// One procedure from its first draft to the last byte that is forgotten, lived through by everybody who has a part in it.

import { berlinDay, inDays, writtenOut } from "../support/dates.ts";
import { decide, navigate, row } from "../support/desk.ts";
import { ACCOUNTS, askStatus, fillIn, name, PASSWORD, type Receipt, readReceipt, send, signIn } from "../support/people.ts";
import { ADA, BEN, CLEO, erasure, expectDownload, expectNothingOf, expectRecord, openApplication } from "../support/procedure.ts";
import { expect, test } from "../support/test.ts";

// Time is moved here.
test.use({ ownServer: true });

const TITLE = "Measurement engineer (f/m/d)";
const LABORATORY = "Laboratory";
const HEAD = "lena.okoro@demo.example";

test("a procedure from the first draft to the certificate of erasure", async ({ page: visitor, server, somebody }) => {
  test.setTimeout(180_000);
  const hr = await somebody();
  const head = await somebody();
  const [intakeEnds, planned] = [inDays(20), inDays(50)];

  await test.step("a department has its head", async () => {
    const added = await server.run(
      ["user", "add", "--email", HEAD, "--name", "Lena Okoro", "--employer", "Werk & Wandel GmbH", "--role", "head"].concat([
        "--department",
        LABORATORY,
      ]),
      { ABLAUF_PASSWORD: PASSWORD },
    );
    expect(added, "ablauf user add").toMatchObject({ status: 0 });
    await signIn(head, HEAD);
  });

  const posting = await test.step("HR writes a posting, which only HR sees until it is published", async () => {
    await signIn(hr, ACCOUNTS.hr);
    await navigate(hr, "Postings");
    await hr.getByRole("link", { name: "New posting" }).click();
    await hr.getByLabel("Title").fill(TITLE);
    await hr.getByLabel("Department").selectOption(LABORATORY);
    await hr.getByLabel("Place").fill("Rotterdam");
    await hr.getByLabel("Pay").fill("60,000–70,000 euros gross a year");
    await hr.getByLabel("One sentence").fill("You find out what a heat pump really does.");
    await hr.getByLabel("Text").fill("## Tasks\n\n- measure\n- doubt");
    await hr.getByLabel("Contact person").fill("Jana Vogt, jobs@werk-und-wandel.example");
    await hr.getByLabel("What happens next").fill("We answer within ten days.");
    await hr.getByLabel("Last day to apply").fill(intakeEnds);
    await hr.getByLabel("Procedure closes by itself on").fill(planned);
    await hr.getByRole("button", { name: "Save draft" }).click();
    await expect(hr.getByRole("heading", { level: 1 })).toHaveText(TITLE);
    const address = new URL(hr.url()).pathname;

    await visitor.goto("/");
    await expect(visitor.getByRole("link", { name: TITLE })).toHaveCount(0);
    await hr.getByRole("button", { name: "Publish" }).click();
    await expect(hr.getByText("Nobody has applied yet")).toBeVisible();
    await visitor.reload();
    await expect(visitor.getByRole("link", { name: TITLE })).toBeVisible();
    return address;
  });

  // The planned close and six months: what every applicant is told before and after applying.
  const promised = await erasure(server, planned);

  const receipts = await test.step("three people apply, with a PDF, a DOCX and an ODT, and get their receipts", async () => {
    const kept: Receipt[] = [];
    for (const who of [ADA, BEN, CLEO]) {
      const browser = await somebody();
      await browser.goto("/");
      await browser.getByRole("link", { name: TITLE }).click();
      await expect(browser.getByRole("complementary", { name: "What happens to your data" })).toContainText(writtenOut(promised.day));
      await browser.getByRole("link", { name: "Apply for this posting" }).first().click();
      await fillIn(browser, who);
      await send(browser);
      const receipt = await readReceipt(browser);
      expect(receipt.erasedFrom, "the day on the receipt").toBe(promised.day);
      await expect(browser.getByRole("time").first()).toHaveText(writtenOut(promised.day));
      const cookies = await browser.context().cookies();
      expect(cookies.filter((cookie) => !cookie.httpOnly)).toEqual([]);
      expect(browser.url()).not.toContain(receipt.code);

      expect(await askStatus(browser, receipt.code.toLowerCase().replaceAll("-", " "))).toBe(200);
      await expect(browser.getByRole("heading", { level: 1 })).toHaveText("Your application has arrived");
      await expect(browser.getByRole("main")).not.toContainText(who.lastName);
      kept.push(receipt);
    }
    expect(new Set(kept.map((receipt) => receipt.code)).size).toBe(3);
    return kept as [Receipt, Receipt, Receipt];
  });

  const ada = await test.step("HR sees all three at once and opens one", async () => {
    await hr.goto(posting);
    await hr.getByRole("link", { name: "3 applications" }).click();
    for (const who of [ADA, BEN, CLEO]) {
      await expect(row(hr, name(who))).toContainText("Received");
      await expect(row(hr, name(who))).toContainText("Undecided");
    }
    await hr.getByRole("link", { name: name(ADA) }).click();
    await expect(hr.getByRole("heading", { level: 1 })).toHaveText(name(ADA));
    const contact = hr.getByRole("region", { name: "Contact details" });
    for (const text of [name(ADA), ADA.email, ADA.phone, receipts[0].certificate]) await expect(contact).toContainText(text);
    await expect(hr.getByRole("region", { name: "Letter" })).toContainText(ADA.message);
    return new URL(hr.url()).pathname;
  });

  const cv = await test.step("HR views the CV locked in a sandbox, and saves exactly what was sent", async () => {
    const view = hr.getByRole("link", { name: "View cv.pdf in a new tab" });
    const address = (await view.getAttribute("href")) ?? "";
    const answer = await hr.request.get(address);
    expect(answer.headers()).toMatchObject({
      "content-type": "application/pdf",
      "content-security-policy": expect.stringMatching(/^sandbox\b/),
      "content-disposition": expect.stringMatching(/^inline; filename="cv\.pdf"/),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    expect(ADA.cv.buffer.equals(await answer.body()), "the PDF as it is shown").toBe(true);
    await expectDownload(hr.getByRole("link", { name: "Download cv.pdf" }), ADA.cv);
    await expect(view).toHaveAttribute("target", "_blank");
    return address;
  });

  const [ben] = await test.step("a DOCX and an ODT come back byte for byte too", async () => {
    const addresses: string[] = [];
    for (const who of [BEN, CLEO]) {
      await openApplication(hr, posting, who);
      addresses.push(new URL(hr.url()).pathname);
      await expect(hr.getByRole("link", { name: /^View/ })).toHaveCount(0);
      await expectDownload(hr.getByRole("link", { name: /^Download/ }), who.cv);
    }
    return addresses as [string, string];
  });

  await test.step("HR writes a note, and is told that the applicant can read it", async () => {
    await hr.goto(ada);
    const notes = hr.getByRole("region", { name: "Internal notes" });
    await expect(notes).toContainText("The applicant can read this.");
    await notes.getByRole("button", { name: "Add note" }).click();
    await expect(hr.getByRole("alert")).toContainText("“Add a note” is still empty");
    await notes.getByLabel("Add a note").fill("Ask about the drift.\nAnd the cellar.");
    await notes.getByRole("button", { name: "Add note" }).click();
    await expect(notes.getByRole("listitem")).toContainText(["Ask about the drift."]);
    await expect(notes.getByRole("listitem")).toContainText(["Jana Vogt (HR)"]);
  });

  await test.step("before the release there is nothing for the head", async () => {
    await navigate(head, "Applications");
    await expect(head.getByRole("heading", { name: "Nothing is released to you" })).toBeVisible();
    for (const address of [ada, cv, `${cv}?download=1`]) {
      const answer = await head.goto(address);
      expect(answer?.status(), address).toBe(404);
      await expect(head.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
    }
    expect((await head.goto(posting))?.status(), "a posting at the desk").toBe(403);
  });

  await test.step("HR releases the CV alone, until a day", async () => {
    const releases = hr.getByRole("region", { name: "Releases" });
    await expect(releases.getByLabel("To whom")).toHaveValue(/.+/);
    await expect(releases.getByRole("checkbox", { name: "Contact details" })).not.toBeChecked();
    await releases.getByRole("checkbox", { name: "Letter" }).uncheck();
    await releases.getByRole("checkbox", { name: "CV" }).check();
    await releases.getByLabel("Until").fill(inDays(14));
    await releases.getByRole("button", { name: "Release", exact: true }).click();
    await expect(releases).toContainText(`${LABORATORY} sees: CV`);
    await expect(releases).toContainText(`until ${writtenOut(inDays(14))}`);
  });

  await test.step("the head sees the CV, and neither name, address nor letter anywhere", async () => {
    await navigate(head, "Start");
    await expect(head.getByRole("region", { name: "Waiting for your comment" }).getByRole("row")).toHaveCount(2);
    await navigate(head, "Applications");
    const listed = head.getByRole("link", { name: `Application of ${writtenOut(berlinDay(new Date()))}` });
    await expect(listed).toHaveCount(1);
    await expectNothingOf(head, ADA);
    await listed.click();
    expect(new URL(head.url()).pathname).toBe(ada);
    await expectNothingOf(head, ADA);
    await expect(head.getByText("Ask about the drift.")).toHaveCount(0);
    await expect(head.getByText(/^You see: CV\. Released to you until/)).toBeVisible();
    await expect(head.getByRole("region", { name: /Letter|Contact details|Internal notes|Outcome/ })).toHaveCount(0);
    await expectDownload(head.getByRole("link", { name: "Download cv.pdf" }), ADA.cv);
  });

  await test.step("another department's head sees none of it", async () => {
    const other = await somebody();
    await signIn(other, ACCOUNTS.head);
    await navigate(other, "Applications");
    await expect(other.getByRole("table")).not.toContainText(TITLE);
    expect((await other.goto(ada))?.status()).toBe(404);
  });

  await test.step("the head comments, and HR reads it", async () => {
    const box = head.getByRole("region", { name: "What do you say?" });
    await expect(box).toContainText("The applicant can read this.");
    await box.getByRole("radio", { name: "Yes" }).check();
    await box.getByLabel("Comment").fill("She has seen more cellars than I have.");
    await box.getByRole("button", { name: "Send comment" }).click();
    const own = head.getByRole("region", { name: "Comments" });
    await expect(own).toContainText("She has seen more cellars than I have.");

    await hr.reload();
    const comments = hr.getByRole("region", { name: "Comments" });
    await expect(comments).toContainText(`Lena Okoro (Head of department, ${LABORATORY})`);
    await expect(comments).toContainText("She has seen more cellars than I have.");
    await expect(comments.getByText("Yes", { exact: true })).toBeVisible();
  });

  await test.step("HR revokes, and the head's next click says why", async () => {
    await hr.getByRole("button", { name: `Revoke the release to ${LABORATORY}` }).click();
    await hr.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await expect(hr.getByRole("region", { name: "Releases" })).toContainText(`revoked on ${writtenOut(berlinDay(new Date()))}`);
    await head.getByRole("textbox", { name: "Comment" }).fill("One more thing");
    const [answer] = await Promise.all([
      head.waitForResponse((response) => response.request().method() === "POST"),
      head.getByRole("button", { name: "Send comment" }).click(),
    ]);
    expect(answer.status()).toBe(403);
    await expect(head.getByRole("heading", { level: 1 })).toHaveText("This is no longer released to you");
    await expect(head.getByRole("main")).toContainText(`ended on ${writtenOut(berlinDay(new Date()))}: revoked by HR`);
    expect((await head.request.get(cv)).status(), "the CV").toBe(403);
    await navigate(head, "Applications");
    await expect(head.getByRole("heading", { name: "Nothing is released to you" })).toBeVisible();
  });

  await test.step("HR moves the stage, and the applicant sees it", async () => {
    const stage = hr.getByRole("region", { name: "Stage" });
    await stage.getByLabel("Move to").selectOption("Interview");
    await stage.getByRole("button", { name: "Move" }).click();
    await expect(hr.getByRole("region", { name: "History" })).toContainText("Jana Vogt moved it from Received to Interview");
    expect(await askStatus(visitor, receipts[0].code)).toBe(200);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("We are getting to know each other");
  });

  await test.step("HR hires one and rejects one, with reasons", async () => {
    await decide(hr, "Hired", "She found the fault in our own gauge.");
    await expect(hr.getByRole("region", { name: "Outcome" })).toContainText(`Hired since ${writtenOut(berlinDay(new Date()))}`);
    await hr.goto(ben);
    await decide(hr, "Hired", "Somebody clicks too fast.");
    await expect(hr.getByRole("region", { name: "A rule stands against this" })).toContainText(
      "Every place of this posting is taken.",
    );
    await expect(hr.getByRole("region", { name: "Outcome" }).getByLabel("Reason")).toHaveValue("Somebody clicks too fast.");
    await decide(hr, "Rejected", "No experience with vacuum.");
    await expect(hr.getByRole("region", { name: "Outcome" })).toContainText("No experience with vacuum.");
    await expect(hr.getByRole("region", { name: "History" })).toContainText("Jana Vogt recorded the outcome Rejected");
  });

  const employee = await test.step("HR hands over name and CV, and nothing else", async () => {
    await hr.goto(ada);
    await hr.getByRole("link", { name: "Hand over to an employee record" }).click();
    await expect(hr.getByText("Internal notes and comments never go along.")).toBeVisible();
    for (const item of ["E-mail address", "Phone"]) await hr.getByRole("checkbox", { name: item }).uncheck();
    await hr.getByRole("checkbox", { name: "CV" }).check();
    await hr.getByRole("button", { name: "Hand over" }).click();
    await expect(hr.getByRole("alert")).toContainText("Say why “CV” is needed, or untick it");
    await expect(hr.getByRole("checkbox", { name: "Phone" }), "what was unticked stays so").not.toBeChecked();
    await hr.getByRole("alert").getByRole("link").click();
    await hr.locator(":focus").fill("Proof of the calibration course.");
    await hr.getByRole("button", { name: "Hand over" }).click();
    await expect(hr.getByRole("heading", { level: 1 })).toHaveText(name(ADA));
    await expectRecord(hr);
    return new URL(hr.url()).pathname;
  });

  await test.step("HR stops the intake: the public page is gone, the desk goes on", async () => {
    await hr.goto(posting);
    const address = (await hr.getByRole("link", { name: "Public page" }).getAttribute("href")) ?? "";
    await hr.getByRole("button", { name: "Stop intake …" }).click();
    await hr.getByRole("dialog").getByRole("button", { name: "Stop intake now" }).click();
    await expect(hr.getByText("Intake closed").first()).toBeVisible();
    for (const gone of [address, `${address}/apply`]) {
      expect((await visitor.goto(gone))?.status(), gone).toBe(410);
      await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("This posting no longer takes applications");
    }
  });

  await test.step("closing by hand needs an outcome for each, recorded in one step for the rest", async () => {
    await hr.getByRole("link", { name: "Close procedure …" }).click();
    await expect(hr.getByRole("heading", { level: 1 })).toHaveText("Not yet: one applicant has no outcome");
    await hr.getByRole("link", { name: "Decide on one application" }).click();
    const several = hr.getByRole("region", { name: "Decide several at once" });
    await several.getByRole("radio", { name: "Rejected" }).check();
    await several.getByRole("button", { name: "Record for those ticked" }).click();
    await expect(hr.getByRole("alert")).toContainText("Tick at least one name");
    await several.getByRole("checkbox", { name: `Choose ${name(CLEO)}` }).check();
    await several.getByLabel("Reason").fill("One place, and it is taken.");
    await several.getByRole("button", { name: "Record for those ticked" }).click();
    await expect(several).toHaveCount(0);
  });

  const due = await test.step("HR closes the procedure and reads beforehand when everything goes", async () => {
    await hr.getByRole("link", { name: "Close procedure …" }).click();
    await expect(hr.getByRole("heading", { level: 1 })).toHaveText("Close this procedure?");
    await hr.getByRole("button", { name: "Close procedure" }).click();
    await expect(hr.getByText("Closed", { exact: true }).first()).toBeVisible();
    const closed = (await hr.getByRole("listitem").filter({ hasText: "Closed" }).getByRole("time").getAttribute("datetime")) ?? "";
    const due = await erasure(server, closed.slice(0, 10));
    await navigate(hr, "Retention");
    const planned = hr.getByRole("row").filter({ hasText: TITLE });
    await expect(planned.getByRole("time")).toHaveAttribute("datetime", due.day);
    await expect(planned).toContainText("3");
    await expect(planned).toContainText(`The procedure was closed on ${writtenOut(closed.slice(0, 10))}.`);
    expect(await askStatus(visitor, receipts[1].code)).toBe(200);
    await expect(visitor.getByRole("main")).toContainText(writtenOut(due.day));
    return due;
  });

  await test.step("a closed procedure is blocked for HR too", async () => {
    await hr.goto(posting);
    await hr.getByRole("link", { name: "3 applications" }).click();
    await expect(hr.getByRole("table")).toContainText("Blocked");
    for (const who of [ADA, BEN, CLEO]) await expect(hr.getByRole("table")).not.toContainText(who.lastName);
    await hr.goto(ben);
    await expect(hr.getByRole("region", { name: "This record is blocked" })).toBeVisible();
    await expect(hr.getByRole("link", { name: /^Download/ })).toHaveCount(0);
    await expect(hr.getByText(BEN.email)).toHaveCount(0);
    expect((await hr.request.get(cv)).status(), "a CV by its address").toBe(403);
  });

  await test.step("a day before, a sweep erases none of it", async () => {
    const dayBefore = new Date(new Date(due.instant).getTime() - 24 * 3600 * 1000).toISOString();
    expect(await server.run(["sweep", "--now", dayBefore])).toMatchObject({ status: 0 });
    // Half a year later nobody is signed in any more.
    await navigate(hr, "Applications");
    await signIn(hr, ACCOUNTS.hr);
    await hr.goto(posting);
    await expect(hr.getByRole("link", { name: "3 applications" })).toBeVisible();
    for (const receipt of receipts) expect(await askStatus(visitor, receipt.code)).toBe(200);
  });

  await test.step("on the day, everything goes", async () => {
    const swept = await server.run(["sweep", "--now", due.instant]);
    expect(swept).toMatchObject({ status: 0, stdout: expect.stringContaining("erased 3 application(s), failed 0") });
    const again = await server.run(["sweep", "--now", due.instant]);
    expect(again.stdout).toContain("erased 0 application(s), failed 0");
  });

  await test.step("after it, nothing answers but the certificates", async () => {
    await navigate(hr, "Applications");
    await signIn(hr, ACCOUNTS.hr);
    await hr.goto(`/office/applications?posting=${posting.split("/").at(-1)}`);
    await expect(hr.getByRole("heading", { name: "No application matches these filters" })).toBeVisible();
    for (const address of [ada, cv]) {
      expect([404, 410], address).toContain((await hr.goto(address))?.status());
      await expectNothingOf(hr, ADA);
    }
    for (const receipt of receipts) {
      expect(await askStatus(visitor, receipt.code)).toBe(404);
      await expect(visitor.getByRole("alert")).toContainText("We cannot show anything for this code");
      expect(await askStatus(visitor, receipt.certificate)).toBe(200);
      await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Your application is forgotten");
      const certificate = visitor.getByRole("region", { name: "Certificate of erasure" });
      await expect(certificate).toContainText(receipt.certificate);
      await expect(certificate).toContainText(writtenOut(due.day));
    }
    await navigate(hr, "Retention");
    for (const receipt of receipts) await expect(row(hr, receipt.certificate)).toContainText("keys: 1");
    expect(await server.run(["audit", "verify"])).toMatchObject({ status: 0 });
  });

  await test.step("the employee record still opens, with exactly what was picked", async () => {
    await navigate(hr, "Employees");
    await hr.getByRole("link", { name: name(ADA) }).click();
    expect(new URL(hr.url()).pathname).toBe(employee);
    await expectRecord(hr);
  });
});
