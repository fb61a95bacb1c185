// Pages that are there only after a deed, and the deeds.

import type { Page } from "@playwright/test";
import { inDays } from "../dates.ts";
import { pdf } from "../documents.ts";
import { type Account, ACCOUNTS, askStatus, signedIn } from "../people.ts";
import type { Server } from "../server.ts";
import { expect } from "../test.ts";
import { APPLICATION, BLOCKED, HANDOVER, HOLD, LOOK_UP, ONE, PAPERS, REJECTED } from "./desk.ts";
import { as, at, by, once, type Stop } from "./stop.ts";

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
