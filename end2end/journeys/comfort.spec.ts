// What JavaScript adds to the application form @javascript: it speaks earlier, shows how far it is, and keeps the chosen file.

import type { Page } from "@playwright/test";
import { pdf } from "../support/documents.ts";
import { ACCOUNTS, type Applicant, awake, choose, fillIn, FORM, readReceipt, send, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const WHO = { firstName: "Noa", lastName: "Leeuwenhart", email: "noa.leeuwenhart@example.org", message: "Still here?" } satisfies Applicant;

test.describe("@javascript", () => {
  let spoken: string[];

  test.beforeEach(async ({ page }) => {
    spoken = [];
    page.on("console", (message) => message.type() === "error" && spoken.push(message.text()));
    await page.goto(FORM);
    await awake(page);
  });

  test("a field says what is wrong when it is left, not before, and no longer once it is right", async ({ page }) => {
    const [first, phone] = [page.getByLabel("First name"), page.getByLabel("Phone")];
    const wrong = "Enter a phone number like +49 331 555 0123, or leave it empty";
    await first.focus();
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("Last name")).toBeFocused();
    await expect(page.locator("[aria-invalid]"), "a field that was only passed").toHaveCount(0);

    await phone.pressSequentially("call me");
    await expect(page.locator("form").getByText(wrong)).toHaveCount(0);
    await phone.blur();
    await expect(page.locator("form").getByText(wrong)).toBeVisible();
    await expect(phone).toHaveAccessibleDescription(`If you would rather be called. ${wrong}`);
    await expect(phone).toHaveAttribute("aria-invalid", "true");
    await phone.fill("+31 6 00 00 00 00");
    await expect(page.locator("form").getByText(wrong)).toHaveCount(0);
    await expect(phone).toHaveAccessibleDescription("If you would rather be called.");
    expect(spoken).toEqual([]);
  });

  test("a file is looked into as it is chosen, before anything travels", async ({ page }) => {
    const posts = counted(page);
    const cv = page.getByLabel("CV");
    await cv.setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer: Buffer.from("Dear all, ".repeat(200)) });
    await expect(page.locator("form").getByText("Choose a PDF, DOCX or ODT. This file is none of these")).toBeVisible();
    await choose(page, pdf("cv.pdf", "Large", 11 * 1024 * 1024));
    await expect(page.locator("form").getByText("The file is too large: at most 10 MiB.")).toBeVisible();
    await cv.setInputFiles(pdf("cv.pdf", "Right"));
    await expect(page.locator("[aria-invalid]")).toHaveCount(0);
    expect(posts).toEqual([]);
    expect(spoken).toEqual([]);
  });

  test("a slow upload shows how far it is; cancelled, it leaves the form whole and nothing elsewhere", async ({ page, somebody }) => {
    const network = await page.context().newCDPSession(page);
    const throughput = (bytesPerSecond: number) =>
      network.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: bytesPerSecond,
      });
    await throughput(200_000);
    await fillIn(page, { ...WHO, lastName: "Cancels", cv: pdf("slow.pdf", "Slow", 2_000_000) });
    await send(page);

    const sending = page.getByRole("region", { name: "Sending your application" });
    await expect(sending.getByRole("progressbar", { name: "slow.pdf" })).toBeVisible();
    await expect(page.getByLabel("First name")).toBeHidden();
    await expect(sending.getByRole("status")).toHaveText(/^[\d.]+ [KM]B of 2 MB, sealed as it arrives\. About \d+ seconds\.$/);
    const cancel = sending.getByRole("button", { name: "Cancel" });
    await expect(cancel).toBeFocused();
    const before = await sending.getByRole("progressbar").evaluate((bar: HTMLProgressElement) => bar.position);
    await expect(async () => {
      expect(await sending.getByRole("progressbar").evaluate((bar: HTMLProgressElement) => bar.position)).toBeGreaterThan(before);
    }).toPass();
    await cancel.click();

    const note = page.getByRole("status").filter({ hasText: "Cancelled" });
    await expect(note).toBeFocused();
    await expect(note).toContainText("Nothing was sent. What you typed and the file you chose are still here.");
    await expect(page.getByLabel("Message")).toHaveValue(WHO.message);
    expect(await chosen(page)).toBe("slow.pdf");

    await throughput(-1);
    await send(page);
    await readReceipt(page);
    expect(spoken).toEqual([]);
    expect(await rows(await somebody(), "Cancels")).toBe(1);
  });

  test("the chosen file survives what the server finds wrong", async ({ page, request }) => {
    // Both sides have the same rules, so the server's own answer to another form stands in for a difference.
    const answer = await request.post(FORM, { multipart: { first_name: "", last_name: "x", email: "x@example.org", notice: "read" } });
    expect(answer.status()).toBe(422);
    const body = await answer.text();
    await page.route(`**${FORM}`, (route) => route.fulfill({ status: 422, contentType: "text/html; charset=utf-8", body }), { times: 1 });
    await fillIn(page, { ...WHO, cv: pdf("kept.pdf", "Kept") });
    await send(page);
    const summary = page.getByRole("alert");
    await expect(summary).toBeFocused();
    await expect(summary.getByRole("link").first()).toHaveText("Enter your first name");
    await expect(page.getByLabel("First name")).toHaveAccessibleDescription("Enter your first name");
    expect(await chosen(page)).toBe("kept.pdf");
    await page.getByLabel("First name").fill("Noa");
    await page.getByLabel("CV").setInputFiles(pdf("kept.pdf", "Kept"));
    await send(page);
    await readReceipt(page);
  });

  test("the summary lists only what is still wrong, and says when nothing is", async ({ page }) => {
    await page.getByLabel("E-mail address").fill("");
    await page.getByLabel("Leave the representative of severely disabled staff out").check();
    await send(page);
    const summary = page.locator("main .problems");
    const nothingStated = /Without a stated severe disability nobody is told\./;
    await expect(summary.getByRole("heading")).toHaveText("Nothing was sent yet: 6 things to put right");
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel("Leave the representative")).toHaveAccessibleDescription(nothingStated);
    await expect(summary.getByRole("link", { name: nothingStated })).toBeVisible();

    const said = page.getByRole("status");
    await page.getByLabel("First name").fill(WHO.firstName);
    await expect(summary.getByRole("link", { name: "Enter your first name" })).toBeHidden();
    await expect(summary.getByRole("heading")).toHaveText("Nothing was sent yet: 5 things to put right");
    await expect(said).toHaveText("Nothing was sent yet: 5 things to put right");
    await expect(page.getByLabel("First name"), "typing goes on").toBeFocused();
    // Wrong again once it is left, and right again.
    await page.getByLabel("First name").fill("");
    await page.getByLabel("First name").blur();
    await expect(summary.getByRole("link", { name: "Enter your first name" })).toBeVisible();
    await page.getByLabel("First name").fill(WHO.firstName);

    await page.getByLabel("I am severely disabled, or treated as equal").check();
    await expect(summary.getByRole("link", { name: nothingStated })).toBeHidden();
    await page.getByLabel("Last name").fill(WHO.lastName);
    await page.getByLabel("E-mail address").fill(WHO.email);
    await page.getByLabel("I have read the privacy notice").check();
    await expect(summary.getByRole("heading")).toHaveText("Nothing was sent yet: one thing to put right");
    await page.getByLabel("CV").setInputFiles(pdf("cv.pdf", "Right"));
    await expect(summary).toBeHidden();
    await expect(said).toHaveText("Everything is put right. Send the form again.");
    await expect(page).toHaveTitle(/^Apply: /);
    await send(page);
    await readReceipt(page);
    expect(spoken).toEqual([]);
  });

  test("a connection that breaks off loses nothing, and sending again is one application", async ({ page, somebody }) => {
    await page.route(`**${FORM}`, (route) => route.abort(), { times: 1 });
    await fillIn(page, { ...WHO, lastName: "Breaks-Off", cv: pdf("again.pdf", "Again") });
    await send(page);
    await expect(page.getByRole("alert")).toContainText("The connection broke off");
    expect(await chosen(page)).toBe("again.pdf");
    await expect(page.getByLabel("Message")).toHaveValue(WHO.message);
    await send(page);
    await readReceipt(page);
    expect(await rows(await somebody(), "Breaks-Off")).toBe(1);
  });

  test("a double click sends once", async ({ page }) => {
    const posts = counted(page);
    await fillIn(page, { ...WHO, lastName: "Clicks-Twice", cv: pdf("cv.pdf", "Once") });
    await page.getByRole("button", { name: "Send application" }).dblclick();
    await readReceipt(page);
    expect(posts.length).toBe(1);
    expect(spoken).toEqual([]);
  });

  test("whoever comes back by the browser's own button finds the form, not the progress", async ({ page }) => {
    await fillIn(page, { ...WHO, lastName: "Comes-Back", cv: pdf("cv.pdf", "Back") });
    await send(page);
    await readReceipt(page);
    await page.goBack();
    await expect(page.getByRole("button", { name: "Send application" })).toBeVisible();
    await expect(page.getByRole("progressbar")).toHaveCount(0);
  });
});

test.describe("while the browser's part is still on its way @javascript", () => {
  let arrive: () => void;

  test.beforeEach(async ({ page }) => {
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route("**/*.wasm", async (route) => {
      await arrived;
      await route.continue();
    });
    await Promise.all([page.waitForRequest("**/*.wasm"), page.goto(FORM, { waitUntil: "commit" })]);
  });

  test("one types, and nothing of it is lost when it arrives", async ({ page }) => {
    const message = page.getByLabel("Message");
    await fillIn(page, { ...WHO, lastName: "Types-Early", cv: pdf("early.pdf", "Early") });
    await message.focus();
    await page.keyboard.press("Home");
    await page.keyboard.type("So: ");
    const phone = page.getByLabel("Phone");
    arrive();
    await expect(message).toBeFocused();
    await page.keyboard.type("are you ");
    await expect(async () => {
      await phone.fill("call me");
      await phone.blur();
      await expect(phone).toHaveAttribute("aria-invalid", "true", { timeout: 250 });
    }).toPass();
    await phone.fill("");
    await expect(message).toHaveValue("So: are you Still here?");
    await expect(page.getByLabel("First name")).toHaveValue(WHO.firstName);
    await expect(page.getByLabel("I have read the privacy notice")).toBeChecked();
    expect(await chosen(page)).toBe("early.pdf");
    await send(page);
    await readReceipt(page);
  });

  test("one applies without waiting for it", async ({ page }) => {
    await fillIn(page, { ...WHO, lastName: "Sends-Early", cv: pdf("early.pdf", "Early") });
    await send(page);
    await readReceipt(page);
    arrive();
  });
});

/** The addresses of every form that is sent from now on. */
function counted(page: Page): string[] {
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  return posts;
}

function chosen(page: Page): Promise<string | undefined> {
  return page.getByLabel("CV").evaluate((input: HTMLInputElement) => input.files?.[0]?.name);
}

/** How many applications HR has of somebody. */
async function rows(hr: Page, lastName: string): Promise<number> {
  await signedIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/applications");
  return hr.getByRole("row").filter({ hasText: lastName }).count();
}
