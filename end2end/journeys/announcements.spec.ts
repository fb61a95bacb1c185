// What is heard of a form: mistakes, what one types, and how far an upload is, all from the accessibility tree of the browser.

import { pdf } from "../support/documents.ts";
import { awake, fillIn, FORM, send } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { expectMistakesTold, told } from "../support/tree.ts";

test("after an empty form is sent, the summary and every field tell what is missing", async ({ page, javaScriptEnabled }) => {
  await page.goto(FORM);
  if (javaScriptEnabled) {
    await awake(page);
    await page.getByLabel("E-mail address").fill("");
  }
  await send(page);
  const wrong = await expectMistakesTold(page);
  expect(wrong.map(({ name, description }) => [name, description])).toEqual([
    ["First name", "Enter your first name"],
    ["Last name", "Enter your last name"],
    ["E-mail address", expect.stringMatching(/ Enter your e-mail address$/)],
    ["I have read the privacy notice", expect.stringContaining("Tick that you have read the privacy notice")],
    ["CV", expect.stringMatching(/ Choose your CV as a file$/)],
  ]);
});

test.describe("@javascript", () => {
  /** What the page reads aloud by itself, without the progress of the upload. */
  const spoken = async (page: Parameters<typeof told>[0]) =>
    (await told(page)).filter(({ role, live }) => role === "status" && live === "polite").map(({ words }) => words);

  test("what is wrong with a field is read aloud when one has left it, and silent once it is right", async ({ page }) => {
    await page.goto(FORM);
    expect(await spoken(page), "it is there before it has something to say").toEqual([""]);
    await awake(page);
    await page.getByLabel("Phone").fill("call me");
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("Message")).toBeFocused();
    await expect.poll(() => spoken(page)).toEqual(["Enter a phone number like +49 331 555 0123, or leave it empty"]);
    await page.getByLabel("Phone").fill("+49 331 555 0123");
    await expect.poll(() => spoken(page)).toEqual([""]);
    await page.getByLabel("CV").setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer: Buffer.from("Dear all, ".repeat(99)) });
    await expect.poll(() => spoken(page)).toEqual([expect.stringMatching(/^Choose a PDF, DOCX or ODT\./)]);
    await send(page);
    await expect(page.getByRole("alert")).toBeFocused();
    expect(await spoken(page), "the summary says it all").toEqual([""]);
  });

  test("how far an upload is can be asked for, and is read aloud", async ({ page }) => {
    await page.goto(FORM);
    await awake(page);
    const network = await page.context().newCDPSession(page);
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 200_000 };
    await network.send("Network.emulateNetworkConditions", slow);
    await fillIn(page, { firstName: "Noa", lastName: "Leeuwenhart", email: "noa@example.org", cv: pdf("cv.pdf", "Slow", 900_000) });
    await send(page);
    await expect.poll(async () => (await spoken(page)).filter((words) => words !== "")).toEqual([
      expect.stringMatching(/^[\d.]+ [KM]B of [\d.]+ [KM]B, sealed as it arrives\./),
    ]);
    const bar = (await told(page)).find(({ role }) => role === "progressbar" || role === "ProgressIndicator");
    expect(bar?.name).toBe("cv.pdf");
    await page.getByRole("button", { name: "Cancel" }).click();
    const note = (await told(page)).find(({ role, focused }) => role === "status" && focused);
    expect(note?.name).toMatch(/^Cancelled/);
  });
});
