// One browser through the whole house, watched: whom it asks, what it is given to keep, and what a form that was never sent leaves.

import type { Page, Response } from "@playwright/test";
import { pdf } from "../support/documents.ts";
import { navigate } from "../support/desk.ts";
import { ACCOUNTS, applicant, askStatus, awake, fillIn, FORM, readReceipt, send, signIn } from "../support/people.ts";
import { stored } from "../support/stored.ts";
import { expect, test } from "../support/test.ts";

/** All there may ever be, and what each is for. */
const COOKIES = { ablauf_language: "the language one chose", ablauf_sign_in: "the sign-in, or the receipt" };

/** The sources that a page may name: itself, and nobody else. */
const SOURCES = /^('none'|'self'|'nonce-[\w+/=-]+'|'wasm-unsafe-eval')$/;

test("n17 a browser that sees everything asks nobody else, and keeps two cookies and nothing more", async ({
  page,
  server,
  javaScriptEnabled,
}) => {
  const asked = new Set<string>();
  const given = new Set<string>();
  const documents: Response[] = [];
  page.context().on("request", (request) => asked.add(new URL(request.url()).origin));
  page.context().on("response", async (response) => {
    if (response.request().resourceType() === "document") documents.push(response);
    for (const { name, value } of await response.headersArray()) if (name.toLowerCase() === "set-cookie") given.add(value.split("=")[0]!);
  });
  const kept = async () => (await page.context().cookies()).map(({ name }) => name);

  await test.step("to whoever reads, nothing is given", async () => {
    await page.goto("/");
    await expectNothingKept(page);
    await page.getByLabel("Department").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Show" }).click();
    await page.goto("/");
    await page.getByRole("heading", { level: 3 }).getByRole("link", { name: "Site Reliability Engineer" }).click();
    await page.getByRole("link", { name: "Apply for this posting" }).first().click();
    await page.goto("/notice");
    await expectNothingKept(page);
    expect(await kept()).toEqual([]);
  });

  const receipt = await test.step("whoever chooses a language, makes mistakes and applies gets one for each purpose", async () => {
    await page.goto(FORM);
    if (javaScriptEnabled) await awake(page);
    await send(page);
    await expect(page.getByRole("alert")).toBeFocused();
    expect(await kept(), "a mistake is nothing to remember").toEqual([]);
    for (const language of ["Deutsch", "English"]) {
      await page.getByRole("contentinfo").getByRole("button", { name: language }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", language === "Deutsch" ? "de" : "en");
    }
    expect(await kept()).toEqual(["ablauf_language"]);
    if (javaScriptEnabled) await awake(page);
    await fillIn(page, applicant("Wendelin", javaScriptEnabled ? "Aarts" : "Boogaard"));
    await send(page);
    const receipt = await readReceipt(page);
    await expectNothingKept(page);
    expect((await kept()).sort()).toEqual(Object.keys(COOKIES));
    return receipt;
  });

  await test.step("and nothing else at the status and at the desk", async () => {
    expect(await askStatus(page, receipt.code)).toBe(200);
    await expectNothingKept(page);
    await signIn(page, ACCOUNTS.hr);
    for (const place of ["Applications", "Postings", "Retention", "Requests"]) await navigate(page, place);
    await page.goto("/office/applications");
    await page.getByRole("rowheader").getByRole("link").first().click();
    await expect(page.getByRole("region", { name: "Documents" })).toBeVisible();
    await expectNothingKept(page);
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/sign-in");
    expect(await kept(), "signed out").toEqual(["ablauf_language"]);
  });

  expect([...asked], "everything that was asked for, blocked or not").toEqual([server.url]);
  expect([...given].sort(), "every cookie that was ever given").toEqual(Object.keys(COOKIES));
  expect(documents.length).toBeGreaterThan(15);
  for (const document of documents.filter((document) => document.status() !== 303)) {
    const policy = (await document.headerValue("content-security-policy")) ?? "";
    const sources = policy.split(";").flatMap((directive) => directive.trim().split(/\s+/).slice(1));
    expect(policy, document.url()).toContain("default-src 'none'");
    expect(sources.filter((source) => !SOURCES.test(source)), document.url()).toEqual([]);
  }
});

/** Nothing on the page leads a browser elsewhere by itself, its cookies are out of reach for others, and no other drawer is used. */
async function expectNothingKept(page: Page): Promise<void> {
  const elsewhere = await page.evaluate(() => {
    const loads = [...document.querySelectorAll<HTMLElement>("[src], link[href], form[action], [ping], object[data], script[type=speculationrules]")];
    return loads
      .map((element) => ["src", "href", "action", "ping", "data"].map((name) => element.getAttribute(name)).find(Boolean) ?? element.outerHTML)
      .filter((address) => new URL(address, location.href).origin !== location.origin)
      .filter((address) => !document.querySelector(`link[rel=canonical][href="${CSS.escape(address)}"]`));
  });
  expect(elsewhere, `what ${page.url()} would load from elsewhere`).toEqual([]);
  for (const cookie of await page.context().cookies()) {
    expect(cookie, cookie.name).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", domain: "127.0.0.1" });
  }
  // Whatever a page keeps, it keeps by a script.
  const session = await page.context().newCDPSession(page);
  const { usageBreakdown } = await session.send("Storage.getUsageAndQuota", { origin: new URL(page.url()).origin });
  await session.detach();
  expect(usageBreakdown.filter(({ usage }) => usage > 0), "what the browser counts").toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length]), "the two small drawers").toEqual([0, 0]);
}

test("a drawer that is found empty would be seen to be full @javascript", async ({ page }) => {
  await page.goto("/");
  await expectNothingKept(page);
  await page.evaluate(async () => (await caches.open("a")).put("/", new Response("b")));
  await expect(async () => {
    await expect(expectNothingKept(page)).rejects.toThrow("what the browser counts");
  }).toPass();
});

test.describe("on a server of its own", () => {
  test.use({ ownServer: true });

  test("n19 a form that is filled in and left leaves nothing: no row, no file", async ({ page, server, javaScriptEnabled }) => {
    const who = { ...applicant("Left", "Halfway"), phone: "+31 6 00 00 00 00", message: "I will think about it.", disability: "stated" as const };
    const before = await stored(server);
    expect(before.files.length, "the demonstration is there").toBeGreaterThan(30);
    expect(before.rows["records.db application"]).toBeGreaterThan(30);

    await page.goto(FORM);
    if (javaScriptEnabled) await awake(page);
    await fillIn(page, who);
    await page.goto("/");
    expect(await stored(server), "filled in and left").toEqual(before);

    await page.goto(FORM);
    await fillIn(page, who);
    await page.getByLabel("I have read the privacy notice").uncheck();
    await send(page);
    await expect(page.getByRole("alert")).toBeFocused();
    await page.getByRole("contentinfo").getByRole("button", { name: "Deutsch" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await page.getByRole("contentinfo").getByRole("button", { name: "English" }).click();
    await expect(page.getByLabel("Message")).toHaveValue(who.message);
    expect(await stored(server), "the notice unread, and another language").toEqual(before);

    if (javaScriptEnabled) {
      await page.goto(FORM);
      await awake(page);
      const network = await page.context().newCDPSession(page);
      const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 };
      await network.send("Network.emulateNetworkConditions", slow);
      await fillIn(page, { ...who, cv: pdf("cv.pdf", "Slow", 2_000_000) });
      await send(page);
      const bar = page.getByRole("progressbar");
      await expect.poll(() => bar.evaluate((bar: HTMLProgressElement) => bar.position)).toBeGreaterThan(0.2);
      await page.goto("about:blank");
      await expect.poll(() => stored(server), "broken off on its way").toEqual(before);
      await network.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
    }

    // What is sent does leave something: this would be seen.
    await page.goto(FORM);
    if (javaScriptEnabled) await awake(page);
    await fillIn(page, who);
    await send(page);
    await readReceipt(page);
    const after = await stored(server);
    expect(after.rows["records.db application"]).toBe(before.rows["records.db application"]! + 1);
    expect(after.files.length).toBeGreaterThan(before.files.length);
  });
});
