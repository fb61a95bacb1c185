// Pictures of every page, for `make screenshots`.

import type { Page } from "@playwright/test";
import { pdf } from "../support/documents.ts";
import { DESK, SITE } from "../support/pages.ts";
import { type Account, ACCOUNTS, askStatus, awake, fillIn, FORM, signIn } from "../support/people.ts";
import { takePictures } from "../support/pictures.ts";
import { expect, test } from "../support/test.ts";

test.describe.configure({ mode: "default", timeout: 600_000 });

test("the careers site", async ({ page }) => {
  for (const { name, open } of SITE) {
    await open(page);
    await takePictures(page, name);
  }
});

for (const locale of ["de-DE", "nl-NL"]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("the careers site in another language", async ({ page }) => {
      for (const [name, address] of [
        ["home", "/"],
        ["apply", FORM],
      ] as const) {
        await page.goto(address);
        await takePictures(page, `${name}-${locale.slice(0, 2)}`);
      }
    });
  });
}

test("an application on its way", async ({ page }) => {
  await page.goto(FORM);
  await awake(page);
  const network = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 20_000 };
  await network.send("Network.emulateNetworkConditions", slow);
  await fillIn(page, { firstName: "Noa", lastName: "Leeuwenhart", email: "noa@example.org", cv: pdf("Lebenslauf.pdf", "Slow", 4_000_000) });
  await page.getByRole("button", { name: "Send application" }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await takePictures(page, "apply-sending");
  await page.getByRole("button", { name: "Cancel" }).click();
  await takePictures(page, "apply-cancelled");
});

for (const account of Object.keys(DESK) as Account[]) {
  test(`the desk of ${account}`, async ({ page }) => {
    await signIn(page, ACCOUNTS[account]);
    for (const { name, open } of DESK[account]) {
      await open(page);
      await takePictures(page, `${account}-${name}`);
    }
  });
}

test("a head to whom nothing is released, and the menu on a phone", async ({ page, server }) => {
  const email = "laboratory@demo.example";
  const added = await server.run(
    ["user", "add", "--email", email, "--name", "Lena Okoro", "--employer", "Werk & Wandel GmbH"].concat([
      "--role",
      "head",
      "--department",
      "Laboratory",
    ]),
    { ABLAUF_PASSWORD: "ablauf-demo" },
  );
  expect(added).toMatchObject({ status: 0 });
  await signIn(page, email);
  await takePictures(page, "head-start-empty");
  await page.goto("/office/applications");
  await takePictures(page, "head-applications-empty");
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByText("Menu").click();
  await takePictures(page, "head-menu");
});

// Last, because time moves on.
test("what is left when something was handed over and forgotten", async ({ page, server }) => {
  await signIn(page, ACCOUNTS.hr);
  await page.goto("/office/applications?outcome=hired");
  await page.getByRole("link", { name: "Mareike Thonfeld" }).click();
  await page.getByRole("link", { name: "Hand over to an employee record" }).click();
  await page.getByRole("checkbox", { name: "CV" }).check();
  await page.getByRole("group").filter({ hasText: "CV: what it is needed for" }).last().getByLabel("Why it is needed").fill("Proof of the degree the work asks for.");
  await page.getByRole("button", { name: "Hand over" }).click();
  await expect(page.getByRole("heading", { name: "What was handed over, and why" })).toBeVisible();
  await takePictures(page, "hr-employee");
  await page.goto("/office/employees");
  await takePictures(page, "hr-employees-one");

  const number = await certificateNumber(page);
  const swept = await server.run(["sweep", "--now", new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString()]);
  expect(swept).toMatchObject({ status: 0 });
  expect(await askStatus(page, number)).toBe(200);
  await takePictures(page, "status-certificate");
  await signIn(page, ACCOUNTS.hr);
  await page.goto("/office/retention");
  await takePictures(page, "hr-retention-certificates");
  await signIn(page, ACCOUNTS.privacy);
  await takePictures(page, "privacy-start-certificates");
});

/** The number of a certificate to come, as HR finds it on a blocked application. */
async function certificateNumber(page: Page): Promise<string> {
  await page.goto("/office/postings");
  for (const link of ["Product Designer", /^\d+ applications$/, /^Application of/]) await page.getByRole("link", { name: link }).first().click();
  return page.getByRole("region", { name: "Certificate number" }).getByRole("paragraph").innerText();
}
