// A posting's own questions: HR writes, moves and removes them, applicants answer, HR and whoever they were released to read.

import type { Page } from "@playwright/test";
import { inDays } from "../support/dates.ts";
import { row } from "../support/desk.ts";
import { pdf } from "../support/documents.ts";
import { ACCOUNTS, applicant, choose, fillIn, name, readReceipt, send, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const LICENCE = "Which licence do you have?";
const START = "When could you start?";
const DAYS = "How many days a month could you be on call?";
const STORY = "Tell us about a pump that you mended";
const PROOF = "Certificate for refrigerants";

const block = (hr: Page, number: number) => hr.getByRole("group", { name: `Question ${number}`, exact: true });

/** Adds a question and fills it in. */
async function ask(hr: Page, number: number, kind: string, question: string, more: { required?: boolean; choices?: string } = {}) {
  await hr.getByRole("button", { name: "Add a question" }).click();
  const fields = block(hr, number);
  await expect(fields.getByLabel("Question", { exact: true })).toBeFocused();
  await fields.getByLabel("Question", { exact: true }).fill(question);
  await fields.getByLabel("Kind of answer").selectOption({ label: kind });
  if (more.required) await fields.getByLabel("An answer is required").check();
  if (more.choices) await fields.getByLabel("Choices").fill(more.choices);
}

test("HR asks, an applicant answers, and the answers are read by whom they were released to", async ({ page, somebody }, { project }) => {
  const scripted = project.name === "javascript";
  const title = `Pump technician, questions ${scripted ? "one" : "two"} (f/m/x)`;
  const hr = await somebody();
  await signedIn(hr, ACCOUNTS.hr);

  await test.step("HR writes the questions, in any order, and nothing typed is lost on the way", async () => {
    await hr.goto("/office/postings/new");
    await hr.getByLabel("Title").fill(title);
    await ask(hr, 1, "One line of text", "What is your favourite colour?");
    await ask(hr, 2, "A date", START, { required: true });
    await ask(hr, 3, "One of several choices", LICENCE, { required: true, choices: "Class B" });
    await ask(hr, 4, "A number", DAYS);
    await ask(hr, 5, "Several lines of text", STORY);
    await ask(hr, 6, "A file", PROOF, { required: true });
    await hr.getByRole("button", { name: "Remove question 1" }).click();
    await hr.getByRole("button", { name: "Move question 2 up" }).click();
    await expect(block(hr, 1).getByLabel("Question", { exact: true })).toHaveValue(LICENCE);
    await expect(block(hr, 2).getByLabel("Question", { exact: true })).toHaveValue(START);
    await expect(block(hr, 2).getByLabel("An answer is required")).toBeChecked();
    await expect(block(hr, 6)).toHaveCount(0);
    await expect(hr.getByLabel("Title")).toHaveValue(title);

    // Enter saves, as in every form, and removes no question.
    await hr.getByLabel("Title").press("Enter");
    await expect(hr.getByRole("alert")).toContainText("“Choices”: give 2 to 12 choices, one in a line");
    await expect(block(hr, 1).getByLabel("Choices")).toHaveAttribute("aria-invalid", "true");
    await block(hr, 1).getByLabel("Choices").fill("Class B\nClass C1\nNone yet");
    await hr.getByLabel("Place").fill("Rotterdam");
    await hr.getByLabel("Pay", { exact: true }).fill("40,000–50,000 euros gross a year");
    await hr.getByLabel("One sentence").fill("You keep heat pumps running.");
    await hr.getByLabel("Text").fill("Roofs and cellars.");
    await hr.getByLabel("Contact person").fill("Jana Vogt, jobs@werk-und-wandel.example");
    await hr.getByLabel("What happens next").fill("We answer within ten days.");
    await hr.getByLabel("Last day to apply").fill(inDays(30));
    await hr.getByRole("button", { name: "Save draft" }).click();
    await expect(hr.getByRole("heading", { level: 1 })).toHaveText(title);
    await hr.getByRole("link", { name: "Edit posting" }).click();
    await expect(block(hr, 1).getByLabel("Choices")).toHaveValue("Class B\nClass C1\nNone yet");
    await hr.getByRole("button", { name: "Save draft" }).click();
    await hr.getByRole("button", { name: "Publish" }).click();
    await hr.getByRole("link", { name: "Public page" }).first().click();
    for (const question of [LICENCE, START, DAYS, STORY, PROOF]) await expect(hr.getByRole("main")).toContainText(question);
  });
  const site = new URL(hr.url()).pathname;
  const who = applicant("Otis", scripted ? "Fernhollow" : "Greywater");

  await test.step("what is missing or wrong is said beside each question, and what was answered stays", async () => {
    await page.goto(`${site}/apply`);
    await fillIn(page, who);
    await send(page);
    // Each choice says that one is missing, not the first alone.
    for (const choice of await page.getByRole("group", { name: LICENCE }).getByRole("radio").all()) {
      await expect(choice).toHaveAttribute("aria-invalid", "true");
      await expect(choice).toHaveAccessibleDescription(/Choose one of the answers offered/);
    }
    if (!scripted) await choose(page, who.cv!);
    await page.getByRole("group", { name: LICENCE }).getByLabel("Class C1").check();
    await page.getByLabel(DAYS).fill("about five");
    await page.getByLabel(STORY).fill("It froze.\nI thawed it.");
    await send(page);
    const summary = page.getByRole("alert");
    await expect(summary).toContainText(`“${START}” is still empty`);
    await expect(summary).toContainText(`Enter a number for “${DAYS}”`);
    await expect(page.getByLabel(DAYS)).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel(DAYS)).toHaveAccessibleDescription(/Enter a number/);
    await expect(page.getByRole("group", { name: LICENCE }).getByLabel("Class C1")).toBeChecked();
    await expect(page.getByLabel(STORY)).toHaveValue("It froze.\nI thawed it.");
    await page.getByLabel(DAYS).fill("5");
    await page.getByLabel(START).fill("2027-03-01");
    if (!scripted) await choose(page, who.cv!);
    await send(page);
    await expect(summary).toContainText(`“${PROOF}” is still empty`);
    await summary.getByRole("link", { name: PROOF }).click();
    await expect(page.getByLabel(PROOF)).toBeFocused();
    await page.getByLabel(PROOF).setInputFiles(pdf("refrigerants.pdf", "Category I"));
    if (!scripted) await choose(page, who.cv!);
    await send(page);
    await readReceipt(page);
  });

  await test.step("HR reads each answer with its question", async () => {
    await hr.goto("/office/applications");
    await hr.getByRole("link", { name: name(who) }).click();
    const answers = hr.getByRole("region", { name: "Answers to the posting’s questions" });
    await expect(answers.getByRole("term")).toHaveText([LICENCE, START, DAYS, STORY, PROOF]);
    await expect(answers.getByRole("definition")).toHaveText([
      "Class C1",
      "1 March 2027",
      "5",
      "It froze.\nI thawed it.",
      "A file; it stands among the documents",
    ]);
    await expect(row(hr, "refrigerants.pdf")).toContainText(`Answer to: ${PROOF}`);
  });

  await test.step("a department reads them once they are released, and not with the CV alone", async () => {
    const address = new URL(hr.url()).pathname;
    const head = await somebody();
    await signedIn(head, ACCOUNTS.head);
    const release = async (sections: string[]) => {
      await hr.goto(address);
      const panel = hr.getByRole("region", { name: "Releases" });
      if (!(await panel.getByLabel("To whom").isVisible())) await panel.getByText("Release …").click();
      for (const box of await panel.getByRole("checkbox").all()) await box.uncheck();
      for (const section of sections) await panel.getByLabel(section, { exact: true }).check();
      await panel.getByRole("button", { name: "Release", exact: true }).click();
    };
    await release(["CV"]);
    await head.goto(address);
    await expect(head.getByRole("row").filter({ hasText: "cv.pdf" })).toBeVisible();
    await expect(head.getByText("Class C1")).toHaveCount(0);
    await release(["Answers"]);
    await head.goto(address);
    await expect(head.getByText("Class C1")).toBeVisible();
    await expect(head.getByText("refrigerants.pdf")).toHaveCount(0);
    // Not even whether one came.
    await expect(head.getByText(PROOF)).toHaveCount(0);
  });
});
