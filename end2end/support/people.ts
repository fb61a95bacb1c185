// What people do on many pages: sign in at the desk, fill in the application form, keep the receipt.

import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { type Chosen, pdf } from "./documents.ts";
import { expect, test } from "./test.ts";

/** The accounts of the demonstration. */
export const ACCOUNTS = {
  hr: "hr@demo.example",
  head: "head@demo.example",
  privacy: "privacy@demo.example",
  panel: "panel@demo.example",
  council: "council@demo.example",
  representative: "representative@demo.example",
  admin: "admin@demo.example",
  accounting: "accounting@demo.example",
} as const;

/** A second person of HR, for what takes two. */
export const SECOND_OF_HR = "hr2@demo.example";

export type Account = keyof typeof ACCOUNTS;

export const PASSWORD = "ablauf-demo";

/** Signs in by the form, from wherever the page is on the way to, and waits until the form is gone. */
export async function signIn(page: Page, email: string): Promise<void> {
  if (!new URL(page.url(), "http://127.0.0.1").pathname.startsWith("/sign-in")) await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/office/);
}

/** Signs in without looking at a page: roles.spec.ts goes through the form for every account. */
export async function signedIn(page: Page, email: string): Promise<void> {
  const answer = await page.request.post("/sign-in", { form: { email, password: PASSWORD }, maxRedirects: 0 });
  expect(answer.status(), `${email} signs in`).toBe(303);
}

/** Who applies. */
export interface Applicant {
  firstName: string;
  lastName: string;
  email: string;
  phone?: string;
  message?: string;
  /** Of a severe disability: that there is one, and perhaps that the representative is to be left out. */
  disability?: "stated" | "without representative";
  cv?: Chosen;
}

/** Somebody who applies with a CV and few words. */
export function applicant(firstName: string, lastName: string): Applicant {
  const email = `${firstName}.${lastName}@example.org`.toLowerCase();
  return { firstName, lastName, email, cv: pdf("cv.pdf", `${firstName} ${lastName}: twelve years of keeping things running`) };
}

/** Five people for one procedure. */
export const FIVE = [
  applicant("Ida", "Quillfeather"),
  applicant("Ben", "Ossenkamp"),
  applicant("Cleo", "Varga"),
  applicant("Dov", "Lindqvist"),
  applicant("Emre", "Tolland"),
];

export function name(who: Applicant): string {
  return `${who.firstName} ${who.lastName}`;
}

/** The address of the form for a posting of the demonstration that takes applications. */
export const FORM = "/jobs/site-reliability-engineer-f-m-x/apply";

/** Fills in the application form, the notice ticked. */
export async function fillIn(page: Page, who: Applicant): Promise<void> {
  await page.getByLabel("First name").fill(who.firstName);
  await page.getByLabel("Last name").fill(who.lastName);
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Phone").fill(who.phone ?? "");
  await page.getByLabel("Message").fill(who.message ?? "");
  if (who.disability) await page.getByLabel("I am severely disabled, or treated as equal").check();
  if (who.disability === "without representative") {
    await page.getByLabel("Leave the representative of severely disabled staff out").check();
  }
  await page.getByLabel("I have read the privacy notice").check();
  if (who.cv) await choose(page, who.cv);
}

/** Chooses a file as the CV. A large one lies on the disk, as files do: Playwright takes seconds to hand it over otherwise. */
export async function choose(page: Page, file: Chosen): Promise<void> {
  const cv = page.getByLabel("CV");
  if (file.buffer.length < 1_000_000) return cv.setInputFiles(file);
  const path = test.info().outputPath(file.name);
  await writeFile(path, file.buffer);
  await cv.setInputFiles(path);
}

/** Sends the form. */
export async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send application" }).click();
}

/** Applies by the form at an address. */
export async function apply(page: Page, form: string, who: Applicant): Promise<Receipt> {
  await page.goto(form);
  await fillIn(page, who);
  await send(page);
  return readReceipt(page);
}

/** What an applicant keeps. */
export interface Receipt {
  code: string;
  certificate: string;
  /** The day from which nothing is left. */
  erasedFrom: string;
}

const CODE = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

/** Reads the receipt that follows an application. */
export async function readReceipt(page: Page): Promise<Receipt> {
  await page.waitForURL("/receipt");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We have your application");
  const receipt = page.getByRole("region", { name: "Your receipt code" });
  const code = await receipt.getByRole("status").innerText();
  const certificate = await receipt.getByRole("definition").first().innerText();
  expect(code, "the receipt code").toMatch(CODE);
  expect(certificate, "the certificate number").toMatch(CODE);
  expect(certificate).not.toBe(code);
  const erasedFrom = await receipt.getByRole("time").getAttribute("datetime");
  return { code, certificate, erasedFrom: erasedFrom ?? "" };
}

/** Asks for the status by a receipt code, or for a certificate by its number; answers the status of the answer. */
export async function askStatus(page: Page, code: string): Promise<number> {
  const field = page.getByRole("textbox", { name: "Receipt code" });
  // After a code that leads nowhere, the form is on the page already.
  if ((await field.count()) === 0) await page.goto("/status");
  await field.fill(code);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.getByRole("button", { name: "Show my application" }).click(),
  ]);
  await page.waitForLoadState();
  return answer.status();
}

/**
 * Waits until the island on the application form listens: then a field says what is wrong as one leaves it. Leaves a good
 * address in that field.
 */
export async function awake(page: Page): Promise<void> {
  const email = page.getByLabel("E-mail address");
  await expect(async () => {
    await email.fill("nobody");
    await email.blur();
    await expect(email).toHaveAttribute("aria-invalid", "true", { timeout: 250 });
  }).toPass();
  await email.fill("somebody@example.org");
  await expect(email).not.toHaveAttribute("aria-invalid");
}

/** Has a code mailed to an address, at the status page. */
export async function askForCode(page: Page, email: string): Promise<void> {
  await page.goto("/status");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Mail me a code" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your mailbox");
}

/** The newest mail to an address with some words in it, as the outbox of the demonstration shows it. */
export async function mailTo(page: Page, email: string, words: string | RegExp): Promise<string> {
  const mail = page.getByRole("article").filter({ hasText: email }).filter({ hasText: words }).first();
  await expect(async () => {
    await page.goto("/outbox");
    await expect(mail).toBeVisible({ timeout: 100 });
  }).toPass();
  return mail.innerText();
}

/** Shows the code that was mailed, and comes to what is kept under the address. */
export async function showCode(page: Page, email: string): Promise<void> {
  await askForCode(page, email);
  const code = /\b\d{4} \d{4}\b/.exec(await mailTo(page, email, "Your code"))?.[0];
  await page.goto("/status/code");
  await page.getByLabel("Code from the mail").fill(code ?? "no code");
  await page.getByRole("button", { name: "Show what is kept of me" }).click();
  await page.waitForURL(/\/status\/applications/);
}
