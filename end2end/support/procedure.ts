// Who applies in the one procedure that is lived through whole, and what is looked at in it more than once.

import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { berlinDay } from "./dates.ts";
import { row } from "./desk.ts";
import { type Chosen, docx, odt, pdf } from "./documents.ts";
import { type Applicant, name } from "./people.ts";
import type { Server } from "./server.ts";
import { expect } from "./test.ts";

export const ADA = {
  firstName: "Ada",
  lastName: "Quillfeather",
  email: "ada.quillfeather@example.org",
  phone: "+49 30 23125 042",
  message: "Your gauges drift, and I know why.",
  cv: pdf("cv.pdf", "Fifteen years of calibrating what others trust"),
} satisfies Applicant;
export const BEN = {
  firstName: "Ben",
  lastName: "Ossenkamp",
  email: "ben.ossenkamp@example.org",
  cv: docx("Lebenslauf.docx", "Zehn Jahre Messtechnik & Wartung"),
} satisfies Applicant;
export const CLEO = {
  firstName: "Cleo",
  lastName: "Varga",
  email: "cleo.varga@example.org",
  cv: odt("curriculum.odt", "Optics, vacuum, patience"),
} satisfies Applicant;

export async function openApplication(hr: Page, posting: string, who: Applicant): Promise<void> {
  await hr.goto(posting);
  await hr.getByRole("link", { name: /^\d+ applications?$/ }).click();
  await hr.getByRole("link", { name: name(who) }).click();
}

export async function expectDownload(link: Locator, file: Chosen): Promise<void> {
  const [download] = await Promise.all([link.page().waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe(file.name);
  expect(file.buffer.equals(await readFile(await download.path())), `${file.name} byte for byte`).toBe(true);
}

/** Nothing on the page, not even in its source, says who applied. */
export async function expectNothingOf(page: Page, who: typeof ADA): Promise<void> {
  const source = await page.content();
  for (const secret of [who.firstName, who.lastName, who.email, who.phone, who.message]) {
    expect(source, "the page's source").not.toContain(secret);
  }
}

/** The employee record holds the name and the CV with its necessity, and nothing besides. */
export async function expectRecord(hr: Page): Promise<void> {
  const items = hr.getByRole("region", { name: "What was handed over, and why" });
  await expect(items.getByRole("rowheader")).toHaveText(["First name", "Last name", "CV"]);
  await expect(row(hr, "CV")).toContainText("Proof of the calibration course.");
  const source = await hr.content();
  for (const left of [ADA.email, ADA.phone, ADA.message]) expect(source).not.toContain(left);
  await expectDownload(items.getByRole("link", { name: "Download cv.pdf" }), ADA.cv);
}

/** The local day and the instant from which a procedure that closes on `day` is forgotten, as the command line tells it. */
export async function erasure(server: Server, day: string): Promise<{ day: string; instant: string }> {
  const { stdout } = await server.run(["retention", "date", "--closed", `${day}T11:00:00Z`]);
  const instant = stdout.trim().split("\n").at(-1) ?? "";
  return { day: berlinDay(instant), instant };
}
