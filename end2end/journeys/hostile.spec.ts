// Words that want to be something else: markup, formulas, database statements, letters that turn the line around, ten thousand pictures. They
// are shown as the words they are, wherever they appear, and do nothing.

import type { Locator, Page } from "@playwright/test";
import { inDays } from "../support/dates.ts";
import { navigate } from "../support/desk.ts";
import { pdf } from "../support/documents.ts";
import { ACCOUNTS, type Applicant, askStatus, awake, fillIn, FORM, readReceipt, send, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

declare global {
  interface Window {
    hit?: unknown;
  }
}

/** What HR writes is shown to everybody, so the server is nobody else's. */
test.use({ ownServer: true });

const MARKUP = `"'><script>window.hit=1</script><img src=x onerror="window.hit=2"></textarea></title><!--`;
const SHORT = "'><b onclick=hit=1>{{7*7}}${7*7}";
const SQL = "Robert'); DROP TABLE application;--";
const FORMULA = `=cmd|' /C calc'!A0`;
/** RIGHT-TO-LEFT OVERRIDE without an end, after the end of an isolate that began nowhere. */
const OVERRIDE = "\u2069\u202e";
const UNSEEN = "\u200b\u2060\ufeff";
const LEFTWARD = "عادل";

const TITLE = `=1+1 ${SHORT} ${OVERRIDE}exe.`;
const WHO = {
  firstName: `${SHORT} ${LEFTWARD}`,
  lastName: SQL,
  email: "=cmd'&{{7*7}}@example.org",
  phone: "+49 331 555 0123",
  message: `${MARKUP}\n${FORMULA}\n${OVERRIDE}gnisrever${UNSEEN}\n${"🦊".repeat(9_800)}`,
  cv: { ...pdf("", "A whole CV"), name: `${OVERRIDE}fdp.exe"; filename="x.html\r\nx: y <b>.pdf` },
} satisfies Applicant;

/** What the posting asks: a choice, a line, lines and a file. */
const QUESTIONS = [
  { kind: "choice", text: `Choice ${SHORT} ${LEFTWARD}`, hint: `${MARKUP} ${LEFTWARD}`, choices: `${SHORT} ${LEFTWARD}\n${SQL}\n${FORMULA}` },
  { kind: "short", text: `Line ${MARKUP} ${LEFTWARD}`, hint: `${SQL} ${OVERRIDE}tnih` },
  { kind: "long", text: `=1+2 ${SHORT}`, hint: FORMULA },
  { kind: "file", text: `File ${SQL} ${LEFTWARD}`, hint: `${MARKUP} ${OVERRIDE}tnih` },
];
const ANSWERS = {
  line: `=1+3 ${MARKUP} ${LEFTWARD}`,
  lines: `${FORMULA}\n${MARKUP}\n${OVERRIDE}srewsna`,
  file: { ...pdf("", "A whole certificate"), name: `${OVERRIDE}fdp.exe"; filename="y.html\r\nx: y <img src=x>.pdf` },
};

test("hostile words of HR and of an applicant are words on every page that shows them @javascript", async ({ page: visitor, somebody }) => {
  test.setTimeout(180_000);
  const [hr, head, privacy] = [await somebody(), await somebody(), await somebody()];
  for (const page of [visitor, hr, head, privacy]) {
    await page.setViewportSize({ width: 360, height: 800 });
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => expect.soft(dialog.message(), "a dialog").toBe("")));
  }

  const posting = await test.step("HR's own words about a posting", async () => {
    await signedIn(hr, ACCOUNTS.hr);
    await hr.goto("/office/postings/new");
    await hr.getByLabel("Title").fill(TITLE);
    await hr.getByLabel("Department").selectOption("Engineering");
    for (const [label, text] of [
      ["Place", `${SHORT} ${SQL}`],
      ["Pay", FORMULA],
      ["One sentence", `${MARKUP} ${LEFTWARD}`],
      ["Contact person", `${MARKUP} <a@b.example>`],
      ["What happens next", `${MARKUP}\n${OVERRIDE}retal`],
    ] as const) {
      await hr.getByLabel(label).fill(text);
    }
    const links = "[one](javascript:window.hit=3) [two](data:text/html,x) <a href=javascript:hit=4>three</a> ![four](//evil.example/x.png)";
    await hr.getByLabel("Text").fill(`${MARKUP}\n\n## ${SHORT}\n\n${links}\n\n- ${SQL}\n\n\`\`\`\n${MARKUP}\n\`\`\``);
    await hr.getByLabel("Last day to apply").fill(inDays(20));
    for (const [at, { kind, text, hint, choices }] of QUESTIONS.entries()) {
      await hr.getByRole("button", { name: "Add a question" }).click();
      const field = (what: string) => hr.locator(`[name=question-${at + 1}-${what}]`);
      await field("text").fill(text);
      await field("kind").selectOption(kind);
      await field("hint").fill(hint);
      if (choices) await field("choices").fill(choices);
    }
    await hr.getByRole("button", { name: "Preview" }).click();
    await expectWords(hr, [SHORT, SQL, FORMULA, ...QUESTIONS.map(({ text }) => text)]);
    await hr.getByRole("button", { name: "Save draft" }).click();
    await hr.getByRole("button", { name: "Publish" }).click();
    await expect(hr.getByText("Nobody has applied yet")).toBeVisible();
    await expectWords(hr, [SHORT, SQL, FORMULA, "window.hit=1", "Line \"'><script>", "=1+2"]);
    return new URL(hr.url()).pathname;
  });

  const site = await test.step("the careers site shows them, and programs get them as text", async () => {
    await visitor.goto("/");
    await expectWords(visitor, [SHORT, SQL]);
    await visitor.getByRole("link", { name: SHORT }).click();
    await visitor.waitForURL(/\/jobs\//);
    await expectWords(visitor, [SHORT, SQL, FORMULA, "window.hit=1", "Line \"'><script>", "=1+2"]);
    const links = await visitor.getByRole("main").getByRole("link").evaluateAll((links: HTMLAnchorElement[]) => links.map((link) => link.protocol));
    expect(links.filter((protocol) => !/^(https?|mailto):$/.test(protocol))).toEqual([]);
    const json = (await (await visitor.request.get("/jobs.json")).json()) as { jobs: { title: string; description_html: string }[] };
    expect(json.jobs[0]?.title).toBe(TITLE);
    expect(json.jobs[0]?.description_html).not.toMatch(/<(script|img)|javascript:window/);
    expect(await (await visitor.request.get("/feed.atom")).text()).not.toMatch(/<script|<b /);
    return new URL(visitor.url()).pathname;
  });

  const code = await test.step("an applicant's words come back as they were, are taken, and are on no receipt", async () => {
    await visitor.goto(`${site}/apply`);
    await expectWords(visitor, [SHORT, SQL, FORMULA, "Line \"'><script>", "=1+2"]);
    await awake(visitor);
    await fillIn(visitor, { ...WHO, email: "none" });
    const [choice, line, lines, file] = [1, 2, 3, 4].map((number) => visitor.locator(`[name=answer_${number}]`)) as [Locator, Locator, Locator, Locator];
    await choice.nth(1).check();
    await line.fill(ANSWERS.line);
    await lines.fill(ANSWERS.lines);
    await file.setInputFiles({ ...ANSWERS.file, name: "certificate.exe", buffer: Buffer.from("no document") });
    await send(visitor);
    await expect(visitor.getByRole("alert")).toBeFocused();
    await expectWords(visitor, [SHORT, SQL, FORMULA]);
    await expect(visitor.getByLabel("Message")).toHaveValue(WHO.message);
    await expect(choice.nth(1)).toBeChecked();
    await expect(line).toHaveValue(ANSWERS.line);
    await expect(lines).toHaveValue(ANSWERS.lines);
    await file.setInputFiles(ANSWERS.file);
    await visitor.getByLabel("E-mail address").fill(WHO.email);
    await send(visitor);
    const { code } = await readReceipt(visitor);
    await expectWords(visitor, []);
    expect(await askStatus(visitor, code)).toBe(200);
    await expectWords(visitor, [SHORT]);
    return code;
  });
  expect(code).not.toBe("");

  const application = await test.step("HR reads them on the list, on the application and in its title", async () => {
    await hr.goto(posting);
    await expectWords(hr, [SHORT, SQL, LEFTWARD]);
    await hr.goto("/office/applications");
    await expectWords(hr, [SHORT, SQL, LEFTWARD]);
    await hr.getByRole("link", { name: SQL }).click();
    await expect(hr).toHaveTitle(new RegExp(literally(SQL)));
    await expectWords(hr, [SHORT, SQL, LEFTWARD, "window.hit=1", FORMULA, "🦊".repeat(9_800), "=1+3", "srewsna"]);
    const answers = hr.getByRole("region", { name: "Answers to the posting’s questions" });
    await expect(answers.getByRole("term")).toHaveText(QUESTIONS.map(({ text }) => text));
    await expect(answers.getByRole("definition").first()).toHaveText(SQL);
    return new URL(hr.url()).pathname;
  });

  await test.step("the files have names that name nothing else", async () => {
    const files = hr.getByRole("region", { name: "Documents" }).getByRole("rowheader");
    await expect(files).toHaveCount(2);
    for (const file of await files.all()) {
      // Beside it stands what it answers.
      const name = await file.evaluate((cell) => cell.firstChild!.textContent!.trim());
      expect(name).toMatch(/\.pdf$/);
      expect(name, "nothing in it turns it around").not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\r\n]/);
    }
    for (const link of await hr.getByRole("link", { name: /^Download/ }).all()) {
      const address = await link.getAttribute("href");
      const { "content-disposition": disposition, "content-type": type, "x-content-type-options": sniffing } = (await hr.request.get(address!)).headers();
      expect(disposition).toMatch(/^attachment; filename="[\w .-]+\.pdf"; filename\*=UTF-8''[\w.~%-]+\.pdf$/);
      expect([type, sniffing]).toEqual(["application/pdf", "nosniff"]);
    }
  });

  await test.step("what HR and the head say about it", async () => {
    for (const text of [MARKUP, `${FORMULA}\n${OVERRIDE}eton${UNSEEN} ${LEFTWARD}`]) {
      await hr.getByRole("region", { name: "Internal notes" }).getByRole("textbox").fill(text);
      await hr.getByRole("button", { name: "Add note" }).click();
    }
    const releases = hr.getByRole("region", { name: "Releases" });
    await releases.getByLabel("To whom").selectOption("Department: Engineering");
    await releases.getByRole("checkbox", { name: "Contact details" }).check();
    await releases.getByRole("checkbox", { name: "Answers" }).check();
    await releases.getByRole("button", { name: "Release", exact: true }).click();
    await signedIn(head, ACCOUNTS.head);
    await head.goto(application);
    await expectWords(head, ["=1+2", "=1+3", "srewsna"]);
    await head.getByRole("textbox", { name: "Comment" }).fill(`${MARKUP} ${SQL}`);
    await head.getByRole("button", { name: "Send comment" }).click();
    await expectWords(head, [SHORT, SQL, "window.hit=1"]);
    await head.goto("/office/applications");
    await expectWords(head, [SHORT, LEFTWARD]);
    await hr.goto(application);
    const outcome = hr.getByRole("region", { name: "Outcome" });
    await outcome.getByRole("radio", { name: "Hired" }).check();
    await outcome.getByLabel("Reason").fill(`${MARKUP}\n${FORMULA}`);
    await outcome.getByRole("button", { name: "Record outcome" }).click();
    await expectWords(hr, [SHORT, SQL, "window.hit=1", FORMULA]);
    await hr.getByRole("link", { name: "Hand over to an employee record" }).click();
    await expectWords(hr, [SHORT, SQL]);
    await hr.getByRole("checkbox", { name: "First name" }).check();
    await hr.getByRole("button", { name: "Hand over" }).click();
    await expectWords(hr, [SHORT]);
  });

  await test.step("every other page of the desk", async () => {
    for (const place of ["", "/releases", "/close", "/edit"]) {
      await hr.goto(posting + place);
      await expectWords(hr, []);
    }
    for (const place of ["/office", "/office/postings", "/office/retention", "/office/employees", "/office/retention/concept"]) {
      await hr.goto(place);
      await expectWords(hr, []);
    }
    await signedIn(privacy, ACCOUNTS.privacy);
    for (const place of ["Journal", "Retention"]) {
      await privacy.goto("/office");
      await privacy.getByText("Menu").click();
      await navigate(privacy, place);
      await expectWords(privacy, []);
    }
  });

  await test.step("no cell of a table is a formula", async () => {
    await privacy.goto("/office/breaches");
    await privacy.getByLabel("Person").selectOption("Jana Vogt");
    await privacy.getByLabel("From").fill(`${inDays(-1)}T00:00`);
    await privacy.getByLabel("Until").fill(`${inDays(0)}T00:00`);
    await privacy.getByLabel("Known since").fill(`${inDays(0)}T00:00`);
    await privacy.getByRole("button", { name: "Enter it" }).click();
    await privacy.waitForLoadState();
    await expectWords(privacy, []);
    const plan = cells(await (await privacy.request.get("/office/retention/plan.csv")).text());
    expect(plan.some((cell) => cell === `'${TITLE}`), "the posting stands in the plan").toBe(true);
    const journal = cells(await (await privacy.request.get("/office/audit.csv")).text());
    for (const table of [plan, journal]) {
      expect(table.length).toBeGreaterThan(20);
      expect(table.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }
  });
});

test("hostile words in an address, a code, a sign-in or the settings are words @javascript", async ({ page, somebody }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const hostile = encodeURIComponent(MARKUP);
  for (const address of [`/?department=${hostile}&place=${hostile}`, `/jobs/${hostile}`, `/${hostile}`, `/sign-in?next=${hostile}`]) {
    await page.goto(address);
    await expectWords(page, []);
  }
  await page.goto("/status");
  await page.getByLabel("Receipt code").fill(MARKUP);
  await page.getByRole("button", { name: "Show my application" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expectWords(page, []);

  await page.goto(`/sign-in?next=${hostile}`);
  await page.getByLabel("E-mail address").fill(MARKUP);
  await page.getByLabel("Password").fill(SQL);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("E-mail address")).toHaveValue(MARKUP);
  await expectWords(page, []);

  const hr = await somebody();
  await signedIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/look-up");
  await hr.getByLabel("E-mail address").fill(SQL);
  await hr.getByLabel("What for").selectOption("A legal claim");
  await hr.getByRole("button", { name: "Open for 30 minutes" }).click();
  await expect(hr.getByRole("alert")).toBeFocused();
  await expectWords(hr, []);

  const admin = await somebody();
  await signedIn(admin, ACCOUNTS.admin);
  await admin.goto("/office/settings");
  const settings = await admin.getByRole("main").getByRole("textbox").all();
  expect(settings.length).toBeGreaterThan(4);
  for (const setting of settings) await setting.fill(`${MARKUP} ${SQL} ${LEFTWARD}`);
  await admin.getByRole("main").getByRole("button", { name: "Save" }).click();
  await expect(settings[0]!).toHaveValue(`${MARKUP} ${SQL} ${LEFTWARD}`);
  await expectWords(admin, []);
  await page.goto("/notice");
  await expectWords(page, ["window.hit=1", SQL, LEFTWARD]);
  await page.goto(FORM);
  await page.getByText("The privacy notice in short").click();
  await expectWords(page, [SQL]);

  await admin.goto("/office/settings/brand");
  const employer = `${SHORT} ${LEFTWARD}`;
  const imprint = `${MARKUP}\n${SQL} ${LEFTWARD}\n${OVERRIDE}tnirpmi\njavascript:window.hit=5`;
  await admin.getByLabel("Name of the employer").fill("");
  await admin.getByLabel("Imprint").fill(imprint);
  await admin.getByRole("button", { name: "Save appearance" }).click();
  await expect(admin.getByRole("alert")).toBeFocused();
  await expectWords(admin, [imprint]);
  await admin.getByLabel("Name of the employer").fill(employer);
  await admin.getByRole("button", { name: "Save appearance" }).click();
  await expect(admin.getByRole("status")).toBeVisible();
  await expectWords(admin, [employer, imprint]);
  for (const address of ["/", "/notice", "/status", "/sign-in", "/nothing-here", FORM]) {
    await page.goto(address);
    await expectWords(page, []);
    await expect(page).toHaveTitle(new RegExp(` – \\u2068?${literally(employer)}\\u2069?$`));
  }
  await page.goto("/imprint");
  await expectWords(page, ["window.hit=1", SQL, LEFTWARD, "tnirpmi"]);
  await expect(page.getByRole("main").getByRole("link", { name: /javascript|script/ })).toHaveCount(0);
});

/** A pattern for exactly this. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

test("what nobody can see or type is refused in a name, with words beside it", async ({ page, javaScriptEnabled }) => {
  await page.goto(FORM);
  if (javaScriptEnabled) await awake(page);
  await fillIn(page, { firstName: `Ada${UNSEEN}`, lastName: `${OVERRIDE}ecalevoL`, email: "ada@example.org", message: "Null\u0000byte", cv: pdf("cv.pdf", "Words") });
  await send(page);
  await expect(page.getByRole("alert")).toBeFocused();
  for (const label of ["First name", "Last name", "Message"]) {
    await expect(page.getByLabel(label)).toHaveAccessibleDescription(new RegExp(`“${label}” holds characters that cannot be shown`));
  }
});

/** These words stand on the page as words; nothing on it has run, grown wider than the window, or turned what stands beside it around. */
async function expectWords(page: Page, words: string[]): Promise<void> {
  await page.waitForLoadState();
  const text = await page.evaluate(() => document.body.innerText + [...document.querySelectorAll("textarea, input")].map((field) => (field as HTMLInputElement).value).join("\n"));
  for (const word of words) expect(text.includes(word), `${page.url()} shows ${word.slice(0, 40)}`).toBe(true);
  const found = await page.evaluate((title) => {
    const found: string[] = [];
    if (window.hit !== undefined) found.push(`a script has run: ${window.hit}`);
    if (document.querySelector("main script, img:not([src^='/brand/']), [onclick], [onerror], [href^='javascript:' i]")) found.push("words have become markup");
    const width = document.documentElement.scrollWidth;
    if (width > window.innerWidth) found.push(`the page is ${width} px wide`);
    // A letter of another direction may stand anywhere among its own words; ours before and after them stay where they are.
    const turning = /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069]/;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const boxes = (node: Node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter((box) => box.width > 0);
    };
    const block = (node: Node) => {
      let around = node.parentElement;
      while (around && getComputedStyle(around).display.startsWith("inline")) around = around.parentElement;
      return around;
    };
    const nodes: Node[] = [];
    while (texts.nextNode()) nodes.push(texts.currentNode);
    for (const { textContent } of nodes) {
      const beside = textContent?.includes(title) && textContent.trim() !== title;
      if (beside) found.push(`in one run with words that may be turned around: “${textContent!.replace(title, "…")}”`);
    }
    for (const node of nodes.filter((node) => turning.test(node.textContent ?? ""))) {
      for (const other of nodes.filter((other) => other !== node && block(other) === block(node) && !turning.test(other.textContent ?? ""))) {
        const after = Boolean(node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
        for (const mine of boxes(node)) {
          for (const theirs of boxes(other).filter((box) => Math.abs(box.bottom - mine.bottom) < 3)) {
            const turned = after ? theirs.left < mine.right - 1 : theirs.right > mine.left + 1;
            if (turned) found.push(`“${other.textContent}” changes places with “${node.textContent?.slice(0, 60)}”`);
          }
        }
      }
    }
    return found;
  }, TITLE);
  expect(found, page.url()).toEqual([]);
}

/** The cells of a table as a spreadsheet reads it (RFC 4180). */
function cells(table: string): string[] {
  return [...table.matchAll(/(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}
