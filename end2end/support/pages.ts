// Every page there is, for what is asked of all of them: pictures, and being usable by everybody.

import type { Page } from "@playwright/test";
import { inDays } from "./dates.ts";
import { pdf } from "./documents.ts";
import { type Account, ACCOUNTS, askStatus, fillIn, FORM, readReceipt, send, signedIn } from "./people.ts";
import type { Server } from "./server.ts";
import { expect } from "./test.ts";

/** A page with a name for its pictures, and the way to it. */
export interface Stop {
  name: string;
  /** The route that answers it, as the router names it; nothing where a form comes back, or where there is no such page. */
  route?: string;
  open: (page: Page) => Promise<unknown>;
}

/** Opens a page, and makes sure that it is the one that its route answers. */
export async function arrive(page: Page, { name, route, open }: Stop): Promise<void> {
  await open(page);
  if (!route) return;
  const pattern = new RegExp(`^${route.replace(/\{[^}]+\}/g, "[^/]+")}$`);
  expect(new URL(page.url()).pathname, `the address of ${name}`).toMatch(pattern);
  const status = await page.evaluate(() => performance.getEntriesByType("navigation")[0]?.toJSON().responseStatus);
  expect(status, `the answer at ${name}`).toBe(200);
}

function at(name: string, address: string): Stop {
  return { name, route: address.split("?")[0]!, open: (page) => page.goto(address) };
}

/** An address at which there is nothing, or nothing any more, or nothing for this reader. */
function nothing(name: string, address: string): Stop {
  return { name, open: (page) => page.goto(address) };
}

/** By the links on a page, each named as one reads it. */
function by(name: string, route: string, address: string, ...links: (string | RegExp)[]): Stop {
  return {
    name,
    route,
    open: async (page) => {
      await page.goto(address);
      for (const link of links) {
        await page.getByRole("link", { name: link }).first().click();
        await page.waitForLoadState();
      }
    },
  };
}

/** A form that comes back with everything wrong that can be; in a fold, it is opened first. */
function refused(stop: Stop, name: string, button: string, fold?: string): Stop {
  return {
    name,
    open: async (page) => {
      await stop.open(page);
      if (fold) await page.getByText(fold).click();
      await page.getByRole("button", { name: button, exact: true }).click();
      await page.getByRole("alert").waitFor();
    },
  };
}

/** After something was done that the demonstration lacks. */
function once(stop: Stop, ...deeds: ((page: Page) => Promise<unknown>)[]): Stop {
  return {
    ...stop,
    open: async (page) => {
      for (const deed of deeds) await deed(page);
      await stop.open(page);
    },
  };
}

/** Somebody else does it first, in the same browser. */
function as(other: string, me: Account, deed: (page: Page) => Promise<unknown>): (page: Page) => Promise<void> {
  return async (page) => {
    await signedIn(page, other);
    await deed(page);
    await signedIn(page, ACCOUNTS[me]);
  };
}

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
  at("sign-in", "/sign-in"),
  refused(at("sign-in", "/sign-in"), "sign-in-problem", "Sign in"),
  nothing("not-found", "/nothing-here"),
];

const ONE = "/office/applications/{id}";
const POSTING = "/office/postings/{id}";

const APPLICATION = by("application", ONE, "/office/applications", "Lan Anh Nguyen");
const REJECTED = by("application-rejected", ONE, "/office/applications?outcome=rejected", "Daniel Krüger");
const BLOCKED = by("application-blocked", ONE, "/office/postings", "Product Designer", /^\d+ applications$/, /^Application of/);
/** With answers to what the posting asks. */
const ANSWERED: Stop = {
  name: "application-answers",
  route: ONE,
  open: async (page) => {
    await by("", ONE, "/office/postings", "Servicetechnik Wärmepumpen", /^\d+ applications$/, "Amir Haddad").open(page);
    await page.getByRole("region", { name: "Answers to the posting’s questions" }).waitFor();
  },
};
const HANDOVER = by("handover", `${ONE}/handover`, "/office/applications?outcome=hired", "Mareike Thonfeld", "Hand over to an employee record");
const HOLD = by("hold", `${ONE}/hold`, "/office/postings", "Product Designer", /^\d+ applications$/, /^Application of/, "Keep for a claim …");
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
const LOOK_UP = at("look-up", "/office/look-up");
const PAPERS = at("papers", "/office/papers");
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

async function keepForClaim(page: Page): Promise<void> {
  await HOLD.open(page);
  await page.getByLabel("Claim announced").check();
  await page.getByLabel("Why these applications are needed for it").fill("She claims to have been passed over for her age.");
  await page.getByLabel("Look at it again by").fill(inDays(60));
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Keep", exact: true }).click();
}

async function restrict(page: Page): Promise<void> {
  await APPLICATION.open(page);
  await page.getByText("Restrict the processing …").click();
  await page.getByLabel("Accuracy contested").check();
  await page.getByRole("button", { name: "Restrict", exact: true }).click();
}

async function enterIntoPool(page: Page): Promise<void> {
  await REJECTED.open(page);
  const pool = page.getByRole("region", { name: "Talent pool" });
  await pool.getByText("Record a signed consent").click();
  await pool.getByLabel("Consent signed on").fill(inDays(0));
  await pool.getByLabel("For how many months").fill("12");
  await pool.getByLabel("on paper").check();
  await pool.getByRole("checkbox").first().check();
  await pool.getByRole("button", { name: "Put into the talent pool" }).click();
  await pool.getByRole("link", { name: "Open the record" }).waitFor();
}

async function handOver(page: Page): Promise<void> {
  await HANDOVER.open(page);
  await page.getByRole("checkbox", { name: "CV" }).check();
  const why = page.getByRole("group").filter({ hasText: "CV: what it is needed for" }).last().getByLabel("Why it is needed");
  await why.fill("Proof of the degree the work asks for.");
  await page.getByRole("button", { name: "Hand over" }).click();
  await page.getByRole("heading", { name: "What was handed over, and why" }).waitFor();
}

async function putPaperAway(page: Page): Promise<void> {
  await PAPERS.open(page);
  await page.getByLabel("What it is for").fill("Train to the interview, 49 euros");
  await page.getByLabel("Whose it is").fill("Nora Quist");
  await page.getByLabel("Day on the voucher").fill(inDays(-3));
  await page.getByLabel("File").setInputFiles(pdf("receipt.pdf", "Leipzig and back"));
  await page.getByRole("button", { name: "Put it away" }).click();
  await page.getByRole("status").filter({ hasText: "The paper is put away" }).waitFor();
}

/** Whatever HR did when the demonstration was filled. */
async function enterBreach(page: Page): Promise<void> {
  await page.goto("/office/breaches");
  await page.getByLabel("Person").selectOption("Jana Vogt");
  await page.getByLabel("From").fill(`${inDays(-100)}T08:00`);
  await page.getByLabel("Until").fill(`${inDays(0)}T00:00`);
  await page.getByLabel("Known since").fill(`${inDays(0)}T00:00`);
  await page.getByRole("button", { name: "Enter it" }).click();
}

/** To whoever HR releases an application, in the words of the form. */
function releaseTo(whom: string): (page: Page) => Promise<void> {
  return async (page) => {
    await APPLICATION.open(page);
    const releases = page.getByRole("region", { name: "Releases" });
    await releases.getByText("Release …").click();
    await releases.getByLabel("To whom").selectOption(whom);
    await releases.getByRole("button", { name: "Release", exact: true }).click();
    await expect(releases.getByRole("listitem").filter({ hasText: whom.split(" (")[0]! })).toHaveCount(1);
  };
}

/** The desk after deeds that the demonstration lacks: each list is for a server of its own, and in this order. */
export const DEEDS: Partial<Record<Account, Stop[]>> = {
  hr: [
    once(BLOCKED, keepForClaim),
    {
      name: "claim",
      route: "/office/claims/{id}",
      open: async (page) => {
        await page.goto("/office/retention");
        await page.getByRole("region", { name: "Claims that stop the clock" }).getByRole("link").first().click();
        await page.waitForLoadState();
      },
    },
    once(by("pool-one", "/office/pool/{id}", "/office/pool", "Daniel Krüger"), enterIntoPool),
    at("pool-some", "/office/pool"),
    once(by("employee", "/office/employees/{id}", "/office/employees", "Mareike Thonfeld"), handOver),
    at("employees-some", "/office/employees"),
    once({ name: "application-restricted", open: async () => {} }, restrict),
    {
      name: "look-up-found",
      open: async (page) => {
        await LOOK_UP.open(page);
        await page.getByLabel("E-mail address").fill("lananh.nguyen@example.net");
        await page.getByLabel("What for").selectOption("A legal claim");
        await page.getByRole("button", { name: "Open for 30 minutes" }).click();
        await page.getByRole("region", { name: "Opened" }).waitFor();
      },
    },
    at("start-later", "/office"),
  ],
  panel: [once(by("application", ONE, "/office/applications", /^Application of/), as(ACCOUNTS.hr, "panel", releaseTo("Sanne Kuipers (Panel member)")))],
  privacy: [
    once(by("breach", "/office/breaches/{id}", "/office/breaches", "Jana Vogt"), enterBreach),
    at("breaches-some", "/office/breaches"),
    once(at("evidence-some", "/office/evidence"), as(ACCOUNTS.hr, "privacy", enterIntoPool)),
  ],
  accounting: [once({ ...PAPERS, name: "papers-some" }, as(ACCOUNTS.hr, "accounting", putPaperAway))],
};

/** `/status` when all is forgotten: HR knows the number of a certificate to come, and twenty days later it leads to one. */
export async function openCertificate(page: Page, server: Server): Promise<void> {
  await signedIn(page, ACCOUNTS.hr);
  await BLOCKED.open(page);
  const number = await page.getByRole("region", { name: "Certificate number" }).getByRole("paragraph").innerText();
  const then = new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString();
  expect(await server.run(["sweep", "--now", then])).toMatchObject({ status: 0 });
  expect(await askStatus(page, number)).toBe(200);
  await page.getByRole("region", { name: "Certificate of erasure" }).waitFor();
}

/** Pages that are the same for every role: one account looks at them for all. */
export const ALIKE = ["/office/gallery"];

/** Routes that answer no page: files, and texts for programs. */
export const FILES = [
  "/assets/{*file}",
  "/brand/{file}",
  "/feed.atom",
  "/notice.pdf",
  "/healthz",
  "/jobs.json",
  "/readyz",
  "/robots.txt",
  "/sitemap.xml",
  "/office/applications/{id}/documents/{document}",
  "/office/audit.csv",
  "/office/audit/checkpoint",
  "/office/audit/key",
  "/office/breaches/{id}/people.csv",
  "/office/employees/{id}/documents/{item}",
  "/office/papers/{id}/document",
  "/office/pool/{id}/documents/{document}",
  "/office/retention/plan.csv",
];
