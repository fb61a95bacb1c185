// The pages of the careers site.

import { pdf } from "../documents.ts";
import { applicant, apply, askForCode, fillIn, FORM, readReceipt, send, showCode } from "../people.ts";
import { at, by, nothing, refused, type Stop } from "./stop.ts";

const RECEIPT: Stop = {
  name: "receipt",
  route: "/receipt",
  open: async (page) => {
    await page.goto(FORM);
    await fillIn(page, {
      firstName: "Marlies",
      lastName: "Ravensbergen",
      email: "marlies.ravensbergen@example.org",
      cv: pdf("cv.pdf", "Twelve years of keeping things running"),
    });
    await send(page);
    await readReceipt(page);
  },
};

const APPLY: Stop = { ...at("apply", FORM), route: "/jobs/{slug}/apply" };
/** The form of a posting that asks for a choice, a date, a number and a file, in a language that is not the reader's. */
const QUESTIONS: Stop = by("apply-questions", "/jobs/{slug}/apply", "/", "Servicetechnik Wärmepumpen", "Apply");

const CODE: Stop = { name: "status-code", route: "/status/code", open: (page) => askForCode(page, "nobody@example.org") };
/** What is kept of somebody who applied once, and of somebody who applied twice. */
const OWN: Stop = {
  name: "own",
  route: "/status/applications/{id}",
  open: async (page) => {
    const who = applicant("Wilhelmina", `Achterberg${Date.now()}`);
    await apply(page, FORM, { ...who, message: "I keep things running, and quiet." });
    await showCode(page, who.email);
  },
};
const OWN_LIST: Stop = {
  name: "own-list",
  route: "/status/applications",
  open: async (page) => {
    const who = applicant("Henrik", `Dahlgren${Date.now()}`);
    await apply(page, FORM, who);
    await page.context().clearCookies();
    await apply(page, "/jobs/softwareentwicklung-rust-leitwarte-m-w-d/apply", who);
    await showCode(page, who.email);
  },
};

/** The careers site. */
export const SITE: Stop[] = [
  at("home", "/"),
  at("home-none", "/?department=Engineering&place=Rotterdam"),
  by("posting", "/jobs/{slug}", "/", "Softwareentwicklung Rust"),
  APPLY,
  refused(APPLY, "apply-problems", "Send application"),
  QUESTIONS,
  {
    name: "apply-questions-problems",
    open: async (page) => {
      await QUESTIONS.open(page);
      await page.getByRole("textbox", { name: /im Notdienst/ }).fill("rund vier");
      await page.getByLabel(/^Sachkundenachweis/).setInputFiles({ ...pdf("", ""), name: "nachweis.pdf", buffer: Buffer.from("no document") });
      await page.getByRole("button", { name: "Send application" }).click();
      await page.getByRole("alert").waitFor();
    },
  },
  RECEIPT,
  at("status", "/status"),
  {
    name: "status-unknown",
    open: async (page) => {
      await page.goto("/status");
      await page.getByLabel("Receipt code").fill("0000-0000-0000-0000");
      await page.getByRole("button", { name: "Show my application" }).click();
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "status-here",
    open: async (page) => {
      // The code of the receipt stands in the field already, for as long as the receipt is shown.
      await RECEIPT.open(page);
      await page.goto("/status");
      await page.getByRole("button", { name: "Show my application" }).click();
      await page.getByRole("heading", { name: "Your application has arrived" }).waitFor();
    },
  },
  refused(at("status", "/status"), "status-problem", "Mail me a code"),
  CODE,
  refused(CODE, "status-code-problem", "Show what is kept of me"),
  OWN,
  refused(OWN, "own-problem", "Restrict", "Have it used no further"),
  OWN_LIST,
  nothing("posting-gone", "/jobs/product-designer-field-tools-f-m-x"),
  at("notice", "/notice"),
  at("imprint", "/imprint"),
  at("outbox", "/outbox"),
  at("sign-in", "/sign-in"),
  refused(at("sign-in", "/sign-in"), "sign-in-problem", "Sign in"),
  nothing("not-found", "/nothing-here"),
];
