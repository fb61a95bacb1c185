// Pictures of every page, for `make screenshots`.

import { pdf } from "../support/documents.ts";
import { arrive, DEEDS, DESK, openCertificate, SITE } from "../support/pages.ts";
import { type Account, ACCOUNTS, awake, fillIn, FORM, signIn } from "../support/people.ts";
import { takePictures } from "../support/pictures.ts";
import { expect, test } from "../support/test.ts";

test.describe.configure({ mode: "default", timeout: 600_000 });

test("the careers site", async ({ page }) => {
  for (const stop of SITE) {
    await arrive(page, stop);
    await takePictures(page, stop.name);
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
    for (const stop of DESK[account]) {
      await arrive(page, stop);
      await takePictures(page, `${account}-${stop.name}`);
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

test.describe("after deeds", () => {
  test.use({ ownServer: true });

  for (const [account, stops] of Object.entries(DEEDS)) {
    test(`the desk of ${account}`, async ({ page }) => {
      await signIn(page, ACCOUNTS[account as Account]);
      for (const stop of stops) {
        await arrive(page, stop);
        await takePictures(page, `${account}-later-${stop.name}`);
      }
    });
  }

  test("what is left when something was forgotten", async ({ page, server }) => {
    await openCertificate(page, server);
    await takePictures(page, "status-certificate");
    await signIn(page, ACCOUNTS.hr);
    await page.goto("/office/retention");
    await takePictures(page, "hr-later-retention");
    await signIn(page, ACCOUNTS.privacy);
    await takePictures(page, "privacy-later-start");
  });
});
