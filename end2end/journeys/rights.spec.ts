// What applicants read, take along and change by themselves (docs/PROMISES.md, n05, n07, n11 to n15, n18, n20, n22).

import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { ACCOUNTS, applicant, apply, askForCode, FORM, mailTo, name, showCode, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const SECOND_FORM = "/jobs/softwareentwicklung-rust-leitwarte-m-w-d/apply";

function somebodyNew(first: string, project: string) {
  return applicant(first, `${project === "javascript" ? "Oosterwijk" : "Vandamme"}${Date.now()}`);
}

/** Opens a fold of what one can do. */
async function can(page: Page, summary: string): Promise<void> {
  await page.getByRole("region", { name: "What you can do" }).locator("summary").filter({ hasText: new RegExp(`^${summary}$`) }).click();
}

test("n11 n12 a code by mail opens what is kept, and it is taken along", async ({ page }, { project }) => {
  const who = { ...somebodyNew("Adelheid", project.name), message: "I would like to stay a while." };
  await apply(page, FORM, who);
  await showCode(page, who.email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What is kept of you");
  const sent = page.getByRole("region", { name: "What you sent" });
  for (const text of [who.firstName, who.lastName, who.message, "cv.pdf"]) await expect(sent).toContainText(text);
  await expect(page.getByRole("region", { name: "What was written about you" })).toContainText("Nothing was written about you");
  await expect(page.getByRole("region", { name: "Who received it" })).toContainText("Nobody but HR");

  for (const [link, file] of [["Everything (ZIP)", "application.zip"], ["Only what I sent (ZIP)", "supplied.zip"]] as const) {
    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: link }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(file);
    const bytes = await readFile(await saved.path());
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    expect(bytes.includes(Buffer.from(who.message)), "what was sent is in it").toBe(true);
    expect(bytes.includes(who.cv!.buffer), "the CV byte for byte").toBe(true);
  }

  await page.getByRole("button", { name: "Leave" }).click();
  await page.goto("/status/applications");
  await expect(page, "what was left is closed").toHaveURL(/\/status#mailed$/);
});

test("n07 n12 an unknown address is told so by mail, and neither mail says anything about a person", async ({ page }, { project }) => {
  const nobody = somebodyNew("Nobody", project.name).email;
  await askForCode(page, nobody);
  const mail = await mailTo(page, nobody, "Nothing is kept under this address");
  expect(mail).not.toMatch(/\b\d{4} \d{4}\b/);
  await page.goto("/status/code");
  await page.getByLabel("Code from the mail").fill("0000 0000");
  await page.getByRole("button", { name: "Show what is kept of me" }).click();
  await expect(page.getByRole("alert")).toContainText("This code opens nothing");

  const who = somebodyNew("Clemens", project.name);
  await apply(page, FORM, who);
  await askForCode(page, who.email);
  const code = await mailTo(page, who.email, "Your code");
  for (const marker of [who.firstName, who.lastName, "reliability"]) {
    expect(code.replaceAll(who.email, "").toLowerCase()).not.toContain(marker.toLowerCase());
  }
});

test("n05 n11 n15 notes are read after somebody looked whether they name a rival", async ({ page, somebody }, { project }) => {
  const who = somebodyNew("Gesine", project.name);
  await apply(page, FORM, who);
  const hr = await somebody();
  await signedIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/applications");
  await hr.getByRole("link", { name: name(who) }).click();
  for (const note of ["Calm, and exact.", "More exact than Callum Strachan."]) {
    await hr.getByRole("region", { name: "Notes" }).getByRole("textbox").fill(note);
    await hr.getByRole("button", { name: "Add note" }).click();
    await expect(hr.getByRole("region", { name: "Notes" })).toContainText(note);
  }

  await showCode(page, who.email);
  const written = page.getByRole("region", { name: "What was written about you" });
  await expect(written).toContainText("Before you read them, a person looks");
  await can(page, "Ask for notes and comments");
  await page.getByRole("button", { name: "Ask for them" }).click();
  await expect(page.getByRole("status")).toContainText("Asked");
  await expect(written).toContainText("You have them by");

  await hr.goto("/office");
  await expect(hr.getByRole("link", { name: /about data wait/ })).toBeVisible();
  await hr.goto("/office/requests");
  await hr.getByRole("region", { name: "Waiting for an answer" }).getByRole("link", { name: "Information" }).last().click();
  await expect(hr.getByRole("region", { name: "The request" })).toContainText(name(who));
  const check = hr.getByRole("region", { name: "Look through what was written" });
  for (const [note, choice, words] of [
    ["Calm, and exact.", "All of it", undefined],
    ["More exact than Callum Strachan.", "The version below, without others", "More exact than another applicant."],
  ] as const) {
    const one = check.getByRole("listitem").filter({ hasText: note });
    await one.getByLabel(choice).check();
    if (words) await one.getByLabel("Version or reason").fill(words);
    await one.getByRole("button", { name: "Save" }).click();
    await expect(check.getByRole("listitem").filter({ hasText: note })).toContainText("looked through");
  }
  await hr.getByText("Do as asked").click();
  await hr.getByRole("button", { name: "Answer: done" }).click();
  await expect(hr.getByRole("region", { name: "The answer" })).toBeHidden();

  await mailTo(page, who.email, "Your request is answered");
  await page.goto("/status/applications");
  await expect(written).toContainText("Calm, and exact.");
  await expect(written).toContainText("More exact than another applicant.");
  await expect(page.getByRole("main")).not.toContainText("Strachan");
  await expect(page.getByRole("main")).not.toContainText("Jana Vogt");
});

test("n11 n13 a correction counts at once, an objection takes it out of every list", async ({ page, somebody }, { project }) => {
  const who = somebodyNew("Ottokar", project.name);
  await apply(page, FORM, who);
  await showCode(page, who.email);
  await can(page, "Correct something");
  const correct = page.getByRole("group").filter({ has: page.getByRole("button", { name: "Save" }) });
  await correct.getByLabel("First name").fill("");
  await correct.getByLabel("Phone").fill("+49 341 555 0199");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("First name");
  await expect(correct.getByLabel("Phone"), "what was typed stays").toHaveValue("+49 341 555 0199");
  await correct.getByLabel("First name").fill("Otto");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("region", { name: "What you sent" })).toContainText("+49 341 555 0199");

  const hr = await somebody();
  await signedIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/applications");
  await hr.getByRole("link", { name: `Otto ${who.lastName}` }).click();
  await expect(hr.getByRole("region", { name: "History" })).toContainText("The applicant corrected: First name, Phone");

  await can(page, "Object");
  await page.getByRole("button", { name: "Object", exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("What it is about your situation that speaks against it").fill("Somebody who looks for me works there.");
  await page.getByRole("button", { name: "Object", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("used no further");
  await hr.goto("/office/applications");
  await expect(hr.getByRole("main")).not.toContainText(who.lastName);
  await hr.goto("/office/requests");
  await hr.getByRole("link", { name: "Objection" }).first().click();
  await expect(hr.getByRole("main")).toContainText("Somebody who looks for me works there.");
});

test("n12 who mistyped the address corrects it with the receipt code, once", async ({ page }, { project }) => {
  const who = somebodyNew("Ludmilla", project.name);
  const { code } = await apply(page, FORM, { ...who, email: `x${who.email}` });
  const status = async () => {
    await page.goto("/status");
    await page.getByRole("textbox", { name: "Receipt code" }).fill(code);
    await page.getByRole("button", { name: "Show my application" }).click();
  };
  await status();
  await page.getByText("Mails do not reach you?").click();
  await page.getByLabel("New e-mail address").fill(who.email);
  await page.getByRole("button", { name: "Mail me a code" }).click();
  const mailed = /\b\d{4} \d{4}\b/.exec(await mailTo(page, who.email, "Your code"))?.[0];
  await page.goto("/status/code");
  await page.getByLabel("Code from the mail").fill(mailed ?? "no code");
  await page.getByRole("button", { name: "Show what is kept of me" }).click();
  await expect(page.getByRole("region", { name: "What you sent" })).toContainText(who.email);
  await status();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Mails do not reach you?"), "it is confirmed by now").toHaveCount(0);
});

test("n14 same person on two postings erases one, and withdraws from the other", async ({ page, server }, { project }) => {
  const who = somebodyNew("Rosalinde", project.name);
  await apply(page, FORM, who);
  await page.context().clearCookies();
  await apply(page, SECOND_FORM, who);
  await showCode(page, who.email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your applications");
  await page.getByRole("link", { name: "Softwareentwicklung Rust" }).click();
  await can(page, "Have it erased");
  await expect(page.getByLabel("This one")).toBeChecked();
  await page.getByRole("button", { name: "Erase" }).click();
  await expect(page.getByRole("status")).toContainText("Within a day everything is erased");
  expect(await server.run(["sweep"])).toMatchObject({ status: 0 });
  await page.goto("/status/applications");
  await expect(page.getByRole("heading", { level: 1 }), "the other one is read at once").toHaveText("What is kept of you");
  await can(page, "Withdraw the application");
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("You have withdrawn the application");
});

test("n18 n20 n22 whom to turn to, where the data lie and how long stands beside the copy", async ({ page }, { project }) => {
  const who = somebodyNew("Traudel", project.name);
  await apply(page, FORM, who);
  await showCode(page, who.email);
  await expect(page.getByRole("complementary").filter({ hasText: "Take it with you" })).toContainText("Privacy officer");
  const should = page.getByRole("region", { name: "What you should know" });
  await should.getByText("How long", { exact: false }).first().click();
  await expect(should).toContainText("6 months");
});
