// Who sees what at the desk: each account its own places, and in words why not the others.

import type { Page } from "@playwright/test";
import { type Account, ACCOUNTS, PASSWORD, signedIn, signIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

/** Every place of the desk by its name in the navigation. */
const PLACES = {
  Start: "/office",
  Applications: "/office/applications",
  Postings: "/office/postings",
  Retention: "/office/retention",
  Employees: "/office/employees",
  "Talent pool": "/office/pool",
  Requests: "/office/requests",
  Consents: "/office/evidence",
  Papers: "/office/papers",
  Journal: "/office/audit",
  People: "/office/people",
  Settings: "/office/settings",
} as const;

type Place = keyof typeof PLACES;

const OWN: Record<Account, Place[]> = {
  hr: ["Start", "Applications", "Postings", "Retention", "Employees", "Talent pool", "Requests", "Papers"],
  head: ["Start", "Applications"],
  panel: ["Start", "Applications"],
  council: ["Start", "Applications"],
  representative: ["Start", "Applications"],
  privacy: ["Start", "Retention", "Requests", "Consents", "Journal"],
  admin: ["Start", "People", "Settings"],
  accounting: ["Start", "Papers"],
};

const ROLES: Record<Account, string> = {
  hr: "Jana Vogt HR",
  head: "Ruben de Wit Head of department",
  panel: "Sanne Kuipers Panel",
  council: "Bernd Scholz Works council",
  representative: "Marta Kowalczyk Representative of severely disabled staff",
  privacy: "Femke Bakker Privacy officer",
  admin: "Tobias Krüger Administration",
  accounting: "Ines Carvalho Accounting",
};

for (const account of Object.keys(ACCOUNTS) as Account[]) {
  test(`${account} finds the places of the role, and is told why there are no others`, async ({ page }) => {
    await signIn(page, ACCOUNTS[account]);
    await expect(page).toHaveURL("/office");
    await expect(page.getByRole("banner")).toContainText(ROLES[account]);
    const links = page.getByRole("navigation", { name: "Desk" }).getByRole("link");
    await expect(links).toHaveText(OWN[account]);
    for (const place of OWN[account]) {
      await links.filter({ hasText: new RegExp(`^${place}$`) }).click();
      await expect(page).toHaveURL(PLACES[place]);
      await expect(links.and(page.locator("[aria-current=page]"))).toHaveText(place);
    }
    for (const place of (Object.keys(PLACES) as Place[]).filter((place) => !OWN[account].includes(place))) {
      const answer = await page.goto(PLACES[place]);
      expect(answer?.status(), place).toBe(403);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is not yours to open");
      await expect(page.getByRole("main")).toContainText("Your account may not do this.");
    }
    await page.getByRole("link", { name: "Back to the desk" }).click();
    await expect(page).toHaveURL("/office");
  });
}

test("a wrong password is said without telling which of the two is wrong", async ({ page }) => {
  await page.goto("/sign-in");
  for (const email of [ACCOUNTS.hr, "nobody@demo.example"]) {
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill("wrong");
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Sign in" }).click();
    expect((await answer).status()).toBe(422);
    const summary = page.getByRole("alert");
    await expect(summary).toContainText("E-mail address and password do not belong together");
    await expect(summary).toBeFocused();
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    await expect(page.getByLabel("Password")).toHaveValue("");
  }
});

test("whoever is signed out is led to sign in, and from there to where they were going", async ({ page }) => {
  await page.goto(PLACES.Retention);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await page.getByLabel("E-mail address").fill(ACCOUNTS.hr);
  await page.getByLabel("Password").fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(PLACES.Retention);

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  await page.goBack();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 }), "a page from before").toHaveText("Sign in");
  await page.goto("/sign-in?next=https%3A%2F%2Fevil.example%2Foffice");
  await signIn(page, ACCOUNTS.hr);
  await expect(page).toHaveURL("/office");
});

test("the privacy officer reads journal and plan, and nothing an applicant wrote", async ({ page, somebody }) => {
  const hr = await somebody();
  await signedIn(hr, ACCOUNTS.hr);
  const names = await applicants(hr);
  // Somebody in another journey may have the same name.
  await hr.getByRole("rowheader").getByRole("link", { name: names[0]! }).first().click();
  await expect(hr.getByRole("heading", { level: 1 })).toHaveText(names[0]!);
  const application = new URL(hr.url()).pathname;

  await signedIn(page, ACCOUNTS.privacy);
  await page.goto(PLACES.Journal);
  const read = page.getByRole("row").filter({ hasText: "Jana Vogt" }).filter({ hasText: "opened an application" });
  await expect(read.first()).toContainText("Contact details");
  await page.reload();
  await expect(page.getByRole("row").filter({ hasText: "read the journal" }).first()).toContainText("Femke Bakker");
  await page.goto(PLACES.Retention);
  await expect(page.getByRole("row").filter({ hasText: "Product Designer" })).toContainText("The procedure was closed on");
  for (const place of OWN.privacy) await expectNobody(page, PLACES[place], names);
  expect((await page.goto(application))?.status()).toBe(403);
  await expectNobody(page, application, names);
});

test("the administrator sees accounts, and no applicant", async ({ page, somebody }) => {
  const hr = await somebody();
  await signedIn(hr, ACCOUNTS.hr);
  const names = await applicants(hr);

  await signedIn(page, ACCOUNTS.admin);
  await page.goto(PLACES.People);
  for (const email of Object.values(ACCOUNTS)) await expect(page.getByRole("row").filter({ hasText: email })).toContainText("May sign in");
  await expect(page.getByRole("row").filter({ hasText: ACCOUNTS.head })).toContainText("Head of department (Engineering)");
  for (const place of OWN.admin) await expectNobody(page, PLACES[place], names);
});

/** The names on the first page of HR's list. */
async function applicants(hr: Page): Promise<string[]> {
  await hr.goto(`${PLACES.Applications}?outcome=none`);
  const names = await hr.getByRole("rowheader").allInnerTexts();
  expect(names.length).toBeGreaterThan(10);
  return names;
}

async function expectNobody(page: Page, address: string, names: string[]): Promise<void> {
  await page.goto(address);
  const source = await page.content();
  for (const name of names) expect(source, address).not.toContain(name);
}
