// The pages of the desk, as the demonstration has them.

import type { Account } from "../people.ts";
import { at, by, nothing, refused, type Stop } from "./stop.ts";

export const ONE = "/office/applications/{id}";
const POSTING = "/office/postings/{id}";

export const APPLICATION = by("application", ONE, "/office/applications", "Lan Anh Nguyen");
export const REJECTED = by("application-rejected", ONE, "/office/applications?outcome=rejected", "Daniel Krüger");
export const BLOCKED = by("application-blocked", ONE, "/office/postings", "Product Designer", /^\d+ applications$/, /^Application of/);
/** With answers to what the posting asks. */
const ANSWERED: Stop = {
  name: "application-answers",
  route: ONE,
  open: async (page) => {
    await by("", ONE, "/office/postings", "Servicetechnik Wärmepumpen", /^\d+ applications$/, "Amir Haddad").open(page);
    await page.getByRole("region", { name: "Answers to the posting’s questions" }).waitFor();
  },
};
export const HANDOVER = by("handover", `${ONE}/handover`, "/office/applications?outcome=hired", "Mareike Thonfeld", "Hand over to an employee record");
export const HOLD = by("hold", `${ONE}/hold`, "/office/postings", "Product Designer", /^\d+ applications$/, /^Application of/, "Keep for a claim …");
const NEW_POSTING = at("posting-new", "/office/postings/new");
/** With a question of each kind. */
const NEW_QUESTIONS: Stop = {
  name: "posting-new-questions",
  open: async (page) => {
    await NEW_POSTING.open(page);
    for (const [at, kind] of ["short", "long", "choice", "number", "date", "file"].entries()) {
      await page.getByRole("button", { name: "Add a question" }).click();
      await page.locator(`[name=question-${at + 1}-kind]`).selectOption(kind);
    }
  },
};
const OPEN_POSTING = by("posting", POSTING, "/office/postings", "Softwareentwicklung Rust");
const RELEASES = by("posting-releases", `${POSTING}/releases`, "/office/postings", "Softwareentwicklung Rust", "Release several …");
const REOPEN = by("posting-reopen", `${POSTING}/reopen`, "/office/postings", "Product Designer", "Reopen …");
/** One that came by letter, about somebody of whom something was written. */
const REQUEST = by("request", "/office/requests/{id}", "/office/requests", "Information");
export const LOOK_UP = at("look-up", "/office/look-up");
export const PAPERS = at("papers", "/office/papers");
const PEOPLE = at("people", "/office/people");

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
    at("applications-none", "/office/applications?stage=offer&outcome=withdrawn"),
    APPLICATION,
    refused(APPLICATION, "application-problem", "Add note"),
    by("application-new", ONE, "/office/applications", "Beatriz Fontoura"),
    by("application-hired", ONE, "/office/applications?outcome=hired", "Mareike Thonfeld"),
    BLOCKED,
    ANSWERED,
    at("postings", "/office/postings"),
    OPEN_POSTING,
    refused(OPEN_POSTING, "posting-problem", "Record for those ticked"),
    by("posting-draft", POSTING, "/office/postings", "Personalreferat"),
    by("posting-edit", `${POSTING}/edit`, "/office/postings", "Personalreferat", "Edit posting"),
    by("posting-intake-closed", POSTING, "/office/postings", "Ausbildung Elektroniker"),
    by("posting-closed", POSTING, "/office/postings", "Product Designer"),
    RELEASES,
    refused(RELEASES, "posting-releases-problems", "Release"),
    by("posting-close", `${POSTING}/close`, "/office/postings", "Officemanager", "Close procedure …"),
    REOPEN,
    refused(REOPEN, "posting-reopen-problems", "Reopen procedure"),
    HOLD,
    refused(HOLD, "hold-problems", "Keep"),
    LOOK_UP,
    refused(LOOK_UP, "look-up-problems", "Open for 30 minutes"),
    NEW_POSTING,
    refused(NEW_POSTING, "posting-new-problems", "Save draft"),
    NEW_QUESTIONS,
    refused(NEW_QUESTIONS, "posting-new-questions-problems", "Save draft"),
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
    REJECTED,
    refused(REJECTED, "application-pool-problems", "Put into the talent pool", "Record a signed consent"),
    refused(APPLICATION, "application-restriction-problem", "Restrict", "Restrict the processing …"),
    at("pool", "/office/pool"),
    PAPERS,
    refused(PAPERS, "papers-problems", "Put it away"),
    at("requests", "/office/requests"),
    REQUEST,
    refused(REQUEST, "request-problem", "Answer: refused", "Refuse, with the reason"),
    nothing("forbidden", "/office/people"),
    nothing("not-found", "/office/nothing-here"),
  ],
  head: [at("start", "/office"), at("applications", "/office/applications"), APPLICATION, refused(APPLICATION, "application-problem", "Send comment")],
  panel: [at("start", "/office"), at("applications", "/office/applications")],
  council: [at("start", "/office"), at("applications", "/office/applications"), by("application", ONE, "/office", "Emre Yıldırım")],
  representative: [at("start", "/office"), at("applications", "/office/applications"), by("application", ONE, "/office", "Emre Yıldırım")],
  privacy: [
    at("start", "/office"),
    at("retention", "/office/retention"),
    at("concept", "/office/retention/concept"),
    at("clock", "/office/clock"),
    at("journal", "/office/audit"),
    nothing("journal-problems", "/office/audit?record=none&from=then&to=now"),
    at("breaches", "/office/breaches"),
    refused(at("breaches", "/office/breaches"), "breaches-problems", "Enter it"),
    at("requests", "/office/requests"),
    at("evidence", "/office/evidence"),
  ],
  accounting: [at("start", "/office"), PAPERS],
  admin: [
    at("start", "/office"),
    PEOPLE,
    refused(PEOPLE, "people-problems", "Name as deputy"),
    at("settings", "/office/settings"),
    {
      name: "settings-problems",
      open: async (page) => {
        await page.goto("/office/settings");
        for (const box of await page.getByRole("main").getByRole("textbox").all()) await box.fill("");
        await page.getByRole("button", { name: "Save settings" }).click();
        await page.getByRole("alert").waitFor();
      },
    },
    at("brand", "/office/settings/brand"),
    {
      name: "brand-problems",
      open: async (page) => {
        await page.goto("/office/settings/brand");
        await page.getByLabel("Name of the employer").fill("");
        await page.getByRole("radio", { name: "One of our own" }).check();
        await page.getByLabel("Our own colour").fill("#ffd400");
        await page.getByRole("button", { name: "Save appearance" }).click();
        await page.getByRole("alert").waitFor();
      },
    },
    at("gallery", "/office/gallery"),
    at("gallery-problems", "/office/gallery?wrong=1"),
    DONE,
    DIALOG,
    at("clock", "/office/clock"),
  ],
};
