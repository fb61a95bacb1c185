// How the careers site looks: the administrator gives it a colour, a logo, a name and an imprint, and sees what becomes of them.

import type { Page } from "@playwright/test";
import { ACCOUNTS, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const BRAND = "/office/settings/brand";

/** The colour of the one link that looks like a button. */
const accent = (page: Page) => page.getByRole("link", { name: "Apply" }).first().evaluate((link) => getComputedStyle(link).backgroundColor);

test.use({ ownServer: true });

test("the administrator gives the careers site its colour, and is told which one cannot be read", async ({ page: admin, somebody }) => {
  await signedIn(admin, ACCOUNTS.admin);
  await admin.goto("/office/settings");
  await admin.getByRole("link", { name: "Appearance and imprint" }).click();
  const colour = admin.getByLabel("Our own colour");
  await expect(colour).toBeHidden();
  await admin.getByRole("radio", { name: "One of our own" }).check();
  await colour.fill("#ffd400");
  await admin.getByLabel("Name of the employer").fill("Werk & Wandel");
  await admin.getByRole("button", { name: "Save appearance" }).click();
  const summary = admin.getByRole("alert");
  await expect(summary).toContainText("it reaches a contrast of 1.2 to 1, and 4.5 to 1 are needed");
  const instead = (await summary.innerText()).match(/#[0-9a-f]{6}/)?.[0] ?? "";
  await expect(colour).toHaveValue("#ffd400");
  await expect(admin.getByLabel("Name of the employer")).toHaveValue("Werk & Wandel");

  await colour.fill(instead);
  await admin.getByRole("button", { name: "Save appearance" }).click();
  const done = admin.getByRole("status");
  await expect(done).toContainText("The appearance is saved");
  await done.getByRole("link", { name: "Dismiss" }).click();
  await expect(done).toHaveCount(0);
  await expect(admin).toHaveURL(BRAND);

  const visitor = await somebody();
  await visitor.goto("/");
  await visitor.getByRole("heading", { level: 3 }).first().getByRole("link").click();
  await expect(visitor).toHaveTitle(/ – Werk & Wandel$/);
  const [red, green, blue] = instead.match(/[0-9a-f]{2}/g)!.map((digits) => parseInt(digits, 16));
  expect(await accent(visitor)).toBe(`rgb(${red}, ${green}, ${blue})`);
  await visitor.emulateMedia({ colorScheme: "dark" });
  expect(await accent(visitor), "another one at night").not.toBe(`rgb(${red}, ${green}, ${blue})`);
});

test("the logo is removed after a question, and another one is taken", async ({ page: admin, somebody }) => {
  const visitor = await somebody();
  await visitor.goto("/");
  const logo = visitor.getByRole("banner").getByRole("img", { name: "Werk & Wandel GmbH" });
  await expect(logo).toBeVisible();
  const buffer = await (await visitor.request.get((await logo.getAttribute("src")) ?? "")).body();

  await signedIn(admin, ACCOUNTS.admin);
  await admin.goto(BRAND);
  const remove = admin.getByRole("button", { name: "Remove the logo …" });
  const question = admin.getByRole("dialog", { name: "Remove the logo" });
  await remove.focus();
  await admin.keyboard.press("Enter");
  await expect(question.getByRole("button", { name: "Leave it as it is" })).toBeFocused();
  await admin.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(remove).toBeFocused();
  await remove.click();
  await question.getByRole("button", { name: "Remove the logo" }).click();
  await expect(admin.getByRole("status")).toContainText("The logo is removed");
  await visitor.reload();
  await expect(logo).toHaveCount(0);
  await expect(visitor.getByRole("banner").getByRole("link", { name: "Werk & Wandel GmbH" })).toBeVisible();

  await admin.getByLabel("Picture").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
  await admin.getByRole("button", { name: "Use this logo" }).click();
  await expect(admin.getByRole("alert")).toContainText("Choose a PNG, JPEG or WebP");
  await admin.getByLabel("Picture").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
  await admin.getByRole("button", { name: "Use this logo" }).click();
  await expect(admin.getByRole("status")).toContainText("The logo stands on the careers site now");
  await visitor.reload();
  await expect(logo).toBeVisible();
});

test("the imprint is a page of the site, or where the employer has it already", async ({ page: admin, somebody }) => {
  const visitor = await somebody();
  await visitor.goto("/");
  await visitor.getByRole("contentinfo").getByRole("link", { name: "Imprint" }).click();
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Imprint");
  await expect(visitor.getByRole("main").getByRole("link")).toHaveAttribute("href", /^mailto:/);
  await expect(visitor.getByRole("contentinfo").getByRole("link", { name: "Privacy notice" })).toBeVisible();

  await signedIn(admin, ACCOUNTS.admin);
  await admin.goto(BRAND);
  await admin.getByLabel("Imprint").fill("https://werk-und-wandel.example/impressum");
  await admin.getByRole("button", { name: "Save appearance" }).click();
  await expect(admin.getByRole("status")).toBeVisible();
  await visitor.goto("/notice");
  const link = visitor.getByRole("contentinfo").getByRole("link", { name: "Imprint" });
  await expect(link).toHaveAttribute("href", "https://werk-und-wandel.example/impressum");
});
