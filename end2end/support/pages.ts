// Every page there is, for what is asked of all of them: pictures, and being usable by everybody.

import type { Page } from "@playwright/test";
import { pdf } from "./documents.ts";
import { type Account, fillIn, FORM, readReceipt, send } from "./people.ts";

/** A page with a name for its pictures, and the way to it. */
export interface Stop {
  name: string;
  open: (page: Page) => Promise<unknown>;
}

function at(name: string, address: string): Stop {
  return { name, open: (page) => page.goto(address) };
}

/** By the links on a page, each named as one reads it. */
function by(name: string, address: string, ...links: (string | RegExp)[]): Stop {
  return {
    name,
    open: async (page) => {
      await page.goto(address);
      for (const link of links) {
        await page.getByRole("link", { name: link }).first().click();
        await page.waitForLoadState();
      }
    },
  };
}

/** A form that comes back with everything wrong that can be. */
function refused(stop: Stop, name: string, button: string): Stop {
  return {
    name,
    open: async (page) => {
      await stop.open(page);
      await page.getByRole("button", { name: button }).click();
      await page.getByRole("alert").waitFor();
    },
  };
}

const RECEIPT: Stop = {
  name: "receipt",
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

/** The careers site. */
export const SITE: Stop[] = [
  at("home", "/"),
  at("home-none", "/?department=Engineering&place=Rotterdam"),
  by("posting", "/", "Softwareentwicklung Rust"),
  at("apply", FORM),
  refused(at("apply", FORM), "apply-problems", "Send application"),
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
  at("posting-gone", "/jobs/product-designer-field-tools-f-m-x"),
  at("notice", "/notice"),
  at("imprint", "/imprint"),
  at("sign-in", "/sign-in"),
  refused(at("sign-in", "/sign-in"), "sign-in-problem", "Sign in"),
  at("not-found", "/nothing-here"),
];

const APPLICATION = by("application", "/office/applications", "Lan Anh Nguyen");
const HANDOVER = by("handover", "/office/applications?outcome=hired", "Mareike Thonfeld", "Hand over to an employee record");
const NEW_POSTING = at("posting-new", "/office/postings/new");
const OPEN_POSTING = by("posting", "/office/postings", "Softwareentwicklung Rust");

/** What was done is said, and a question before an act. */
const DONE: Stop = {
  name: "gallery-done",
  open: async (page) => {
    await page.goto("/office/gallery?done=settings");
    await page.getByRole("status").waitFor();
  },
};
const DIALOG: Stop = {
  name: "gallery-dialog",
  open: async (page) => {
    await page.goto("/office/gallery");
    await page.getByRole("button", { name: "Do something …" }).click();
    await page.getByRole("dialog").waitFor();
  },
};

/** The desk, as each account sees it. */
export const DESK: Record<Account, Stop[]> = {
  hr: [
    at("start", "/office"),
    at("applications", "/office/applications"),
    by("applications-none", "/office/applications?stage=offer&outcome=withdrawn"),
    APPLICATION,
    refused(APPLICATION, "application-problem", "Add note"),
    by("application-new", "/office/applications", "Beatriz Fontoura"),
    by("application-hired", "/office/applications?outcome=hired", "Mareike Thonfeld"),
    by("application-blocked", "/office/postings", "Product Designer", /^\d+ applications$/, /^Application of/),
    at("postings", "/office/postings"),
    OPEN_POSTING,
    refused(OPEN_POSTING, "posting-problem", "Record for those ticked"),
    by("posting-draft", "/office/postings", "Personalreferat"),
    by("posting-edit", "/office/postings", "Personalreferat", "Edit posting"),
    by("posting-closed", "/office/postings", "Product Designer"),
    refused(
      by("posting-releases", "/office/postings", "Softwareentwicklung Rust", "Release several …"),
      "posting-releases-problems",
      "Release",
    ),
    by("posting-close", "/office/postings", "Officemanager", "Close procedure …"),
    refused(by("posting-reopen", "/office/postings", "Product Designer", "Reopen …"), "posting-reopen-problems", "Reopen procedure"),
    refused(
      by("hold", "/office/postings", "Product Designer", /^\d+ applications$/, /^Application of/, "Keep for a claim …"),
      "hold-problems",
      "Keep",
    ),
    refused(at("look-up", "/office/look-up"), "look-up-problems", "Open for 30 minutes"),
    NEW_POSTING,
    refused(NEW_POSTING, "posting-new-problems", "Save draft"),
    {
      name: "posting-preview",
      open: async (page) => {
        await NEW_POSTING.open(page);
        await page.getByLabel("Title").fill("Roofer");
        await page.getByLabel("One sentence").fill("A young team looks for you.");
        await page.getByLabel("Text").fill("We cover roofs.\n\n# Tasks\n\n- measure\n\n## Tools\n\n1. a ladder\n\n> Safe is safe.");
        await page.getByRole("button", { name: "Preview" }).click();
        await page.getByRole("region", { name: "Preview" }).waitFor();
      },
    },
    at("retention", "/office/retention"),
    at("concept", "/office/retention/concept"),
    HANDOVER,
    {
      name: "handover-problem",
      open: async (page) => {
        await HANDOVER.open(page);
        await page.getByRole("checkbox", { name: "First name" }).uncheck();
        await page.getByRole("checkbox", { name: "CV" }).check();
        await page.getByRole("button", { name: "Hand over" }).click();
        await page.getByRole("alert").waitFor();
      },
    },
    at("employees", "/office/employees"),
    by("application-rejected", "/office/applications?outcome=rejected", "Daniel Krüger"),
    at("pool", "/office/pool"),
    refused(at("papers", "/office/papers"), "papers-problems", "Put it away"),
    at("requests", "/office/requests"),
    at("forbidden", "/office/people"),
    at("not-found", "/office/nothing-here"),
  ],
  head: [
    at("start", "/office"),
    at("applications", "/office/applications"),
    by("application", "/office/applications", "Lan Anh Nguyen"),
    refused(by("application", "/office/applications", "Lan Anh Nguyen"), "application-problem", "Send comment"),
  ],
  privacy: [
    at("start", "/office"),
    at("retention", "/office/retention"),
    at("journal", "/office/audit"),
    at("breaches", "/office/breaches"),
    at("requests", "/office/requests"),
    at("evidence", "/office/evidence"),
  ],
  accounting: [at("start", "/office"), at("papers", "/office/papers")],
  admin: [at("start", "/office"), refused(at("people", "/office/people"), "people-problems", "Name as deputy"), at("settings", "/office/settings"), at("brand", "/office/settings/brand"), at("gallery", "/office/gallery"), at("gallery-problems", "/office/gallery?wrong=1"), DONE, DIALOG],
};
