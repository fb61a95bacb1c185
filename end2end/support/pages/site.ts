// The pages of the careers site.

import { pdf } from "../documents.ts";
import { fillIn, FORM, readReceipt, send } from "../people.ts";
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
  nothing("posting-gone", "/jobs/product-designer-field-tools-f-m-x"),
  at("notice", "/notice"),
  at("imprint", "/imprint"),
  at("outbox", "/outbox"),
  at("sign-in", "/sign-in"),
  refused(at("sign-in", "/sign-in"), "sign-in-problem", "Sign in"),
  nothing("not-found", "/nothing-here"),
];
