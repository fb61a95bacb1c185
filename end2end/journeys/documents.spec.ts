// Certificates beside the CV: chosen together, photographed or not, kept through a mistake where JavaScript is on, and asked for again, in
// words, where it is off.

import { pdf } from "../support/documents.ts";
import { ACCOUNTS, applicant, choose, fillIn, FORM, name, readReceipt, send, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

/** The smallest picture that is one. */
function png(fileName: string) {
  const bytes = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, ...new Array<number>(17).fill(0)];
  const end = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
  return { name: fileName, mimeType: "image/png", buffer: Buffer.from([...bytes, ...end]) };
}

test("certificates come along, survive a mistake, and HR opens each", async ({ page, somebody }, { project }) => {
  const scripted = project.name === "javascript";
  const who = { ...applicant("Juno", scripted ? "Attwater" : "Brandvold"), email: "not an address" };
  const documents = [png("degree.png"), pdf("reference.pdf", "She keeps things running")];
  await page.goto(FORM);
  await fillIn(page, who);
  await page.getByLabel("Other documents").setInputFiles(documents);
  await send(page);
  await expect(page.getByLabel("E-mail address")).toHaveAttribute("aria-invalid", "true");
  if (scripted) {
    expect(await page.getByLabel("Other documents").evaluate((input: HTMLInputElement) => input.files?.length)).toBe(2);
  } else {
    await expect(page.getByRole("alert").getByText("Choose the other documents again too")).toHaveCount(1);
    await choose(page, who.cv!);
    await page.getByLabel("Other documents").setInputFiles(documents);
  }

  await test.step("too many, and one that is none, are named beside their field", async () => {
    await page.getByLabel("E-mail address").fill("juno@example.org");
    for (const [files, said] of [
      [Array.from({ length: 6 }, (_, at) => png(`${at}.png`)), "Choose at most 5 files"],
      [[png("a.png"), { name: "b.png", mimeType: "image/png", buffer: Buffer.from("MZ this is a program") }], "One of the files is neither"],
    ] as const) {
      await page.getByLabel("Other documents").setInputFiles([...files]);
      await send(page);
      // Above the form too: with JavaScript that is said once the form was checked, and beside the field as soon as one chooses.
      await expect(page.getByRole("alert")).toContainText(said);
      await expect(page.locator("#documents-error")).toContainText(said);
      if (!scripted) await choose(page, who.cv!);
    }
  });

  await page.getByLabel("Other documents").setInputFiles(documents);
  await send(page);
  await readReceipt(page);
  const hr = await somebody();
  await signedIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/applications");
  await hr.getByRole("link", { name: name(who) }).click();
  const listed = hr.getByRole("region", { name: "Documents" });
  for (const file of ["cv.pdf", "degree.png", "reference.pdf"]) await expect(listed.getByRole("rowheader", { name: file })).toBeVisible();
  const picture = await listed.getByRole("link", { name: "View degree.png" }).getAttribute("href");
  const answer = await hr.request.get(picture!);
  expect(answer.headers()["content-type"]).toBe("image/png");
  expect(Buffer.compare(await answer.body(), documents[0]!.buffer)).toBe(0);
});
