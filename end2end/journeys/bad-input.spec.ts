// Whatever is wrong with an application: said in words beside the field and above the form, nothing stored, nothing typed lost.

import type { Page } from "@playwright/test";
import { type Chosen, docx, pdf } from "../support/documents.ts";
import { ACCOUNTS, type Applicant, askStatus, awake, choose, fillIn, FORM, readReceipt, send, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

// In this order and on one server, so that HR's list is looked at after everything that was refused.
test.describe.configure({ mode: "default" });

const WHO = {
  firstName: "Ida",
  lastName: "Nørgaard",
  email: "ida.noergaard@example.org",
  phone: "+45 12 34 56 78",
  message: 'First line\n\n"Quoted" <b>& more</b>',
} satisfies Applicant;

const CV = pdf("cv.pdf", "A whole CV");
const UNRECOGNISED = "Choose a PDF, DOCX or ODT. This file is none of these, whatever its name ends in.";
const DAMAGED = "The file is cut off or damaged. Save or export it once more, then choose it again.";
const AGAIN = "Choose your CV again. Browsers do not keep a chosen file when a page comes back.";
const OTHERS_AGAIN = "Choose the other documents again too, if you had chosen any: a browser does not keep them";

/** A message and the label of the control to which it belongs. */
type Said = [label: string, message: string];

interface Case {
  title: string;
  /** What the server answers; with JavaScript the browser says the same without asking it. */
  status: number;
  change: (page: Page) => Promise<void>;
  said: Said[];
  /** Whether a good file was chosen, for which a page that comes back has to ask again. */
  cv?: Chosen;
}

const files: [title: string, file: Chosen, status: number, message: string][] = [
  ["a picture that is called .pdf", renamed("cv.pdf", Buffer.from("\x89PNG\r\n\x1a\n".padEnd(2000, "x"), "latin1")), 415, UNRECOGNISED],
  ["a text that is called .docx", renamed("cv.docx", Buffer.from("Dear all, ".repeat(300))), 415, UNRECOGNISED],
  ["an empty file", renamed("cv.pdf", Buffer.alloc(0)), 422, "The file is empty. Choose one with your CV in it."],
  ["half a PDF", renamed("cv.pdf", CV.buffer.subarray(0, CV.buffer.length / 2)), 422, DAMAGED],
  ["half a DOCX", halved(docx("cv.docx", "A whole CV")), 422, DAMAGED],
  [
    "a file of 11 MiB",
    pdf("cv.pdf", "Much", 11 * 1024 * 1024),
    413,
    "The file is too large: at most 10 MiB. A PDF exported at normal quality is nearly always small enough.",
  ],
];

const cases: Case[] = [
  {
    title: "an empty form",
    status: 422,
    change: async (page) => {
      for (const label of ["First name", "Last name", "E-mail address", "Phone", "Message"]) await page.getByLabel(label).fill("");
      await page.getByLabel("I have read the privacy notice").uncheck();
    },
    said: [
      ["First name", "Enter your first name"],
      ["Last name", "Enter your last name"],
      ["E-mail address", "Enter your e-mail address"],
      ["I have read the privacy notice", "Tick that you have read the privacy notice"],
      ["CV", "Choose your CV as a file"],
    ],
  },
  {
    title: "an address that is none, a phone number of words, a message without end",
    status: 422,
    change: async (page) => {
      await page.getByLabel("E-mail address").fill("ida(at)example.org");
      await page.getByLabel("Phone").fill("call me");
      await page.getByLabel("Message").fill("é".repeat(10_001));
    },
    said: [
      ["E-mail address", "Enter an e-mail address like name@example.org"],
      ["Phone", "Enter a phone number like +49 331 555 0123, or leave it empty"],
      ["Message", "“Message” takes at most 10,000 characters"],
    ],
    cv: CV,
  },
  {
    title: "an unread notice",
    status: 422,
    change: (page) => page.getByLabel("I have read the privacy notice").uncheck(),
    said: [["I have read the privacy notice", "Tick that you have read the privacy notice"]],
    cv: CV,
  },
  { title: "no file", status: 422, change: async () => {}, said: [["CV", "Choose your CV as a file"]] },
  ...files.map(([title, file, status, message]) => ({
    title,
    status,
    change: (page: Page) => choose(page, file),
    said: [["CV", message]] satisfies Said[],
  })),
];

for (const { title, status, change, said, cv } of cases) {
  test(`${title} is said beside the field and above the form`, async ({ page, javaScriptEnabled }) => {
    await page.goto(FORM);
    if (javaScriptEnabled) await awake(page);
    await fillIn(page, cv ? { ...WHO, cv } : WHO);
    await change(page);
    const typed = await values(page);
    const sent: string[] = [];
    page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
    if (javaScriptEnabled) {
      await send(page);
    } else {
      const answer = page.waitForResponse((response) => response.request().method() === "POST");
      await send(page);
      expect((await answer).status()).toBe(status);
    }

    // A browser that had to load the page again asks for the file once more, and says why.
    const again: Said[] = cv ? [["CV", AGAIN]] : [];
    // What came after a file that is too large was not read.
    const unread: Said[] = status === 413 ? [["Other documents", OTHERS_AGAIN]] : [];
    const all: Said[] = javaScriptEnabled ? said : [...said, ...again, ...unread];
    const summary = page.getByRole("alert");
    await expect(summary).toBeFocused();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(summary.getByRole("link")).toHaveText(all.map(([, message]) => message));
    for (const [label, message] of all) {
      const control = page.getByLabel(label);
      await expect(control).toHaveAttribute("aria-invalid", "true");
      await expect(control).toHaveAccessibleDescription(new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
      await expect(page.locator("form").getByText(message, { exact: true })).toBeVisible();
    }
    await expect(page.locator("[aria-invalid=true]")).toHaveCount(all.length);
    await summary.getByRole("link").first().click();
    await expect(page.getByLabel(all[0]![0])).toBeFocused();

    expect(await values(page), "what was typed").toEqual(typed);
    expect(sent.length, "requests").toBe(javaScriptEnabled ? 0 : 1);
  });
}

test("what was put right goes through, with the same form", async ({ page, javaScriptEnabled }) => {
  await page.goto(FORM);
  if (javaScriptEnabled) await awake(page);
  await fillIn(page, { ...WHO, lastName: "Puts-Right", email: "" });
  await page.getByLabel("CV").setInputFiles(renamed("cv.pdf", Buffer.from("no PDF")));
  await send(page);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("E-mail address").fill("puts-right@example.org");
  await page.getByLabel("CV").setInputFiles(CV);
  await send(page);
  await readReceipt(page);
});

test("a form that is sent twice is one application", async ({ page, somebody, javaScriptEnabled }) => {
  const lastName = `Twice-${javaScriptEnabled ? "with" : "without"}`;
  await page.goto(FORM);
  if (javaScriptEnabled) await awake(page);
  await fillIn(page, { ...WHO, lastName, cv: CV });
  await page.getByRole("button", { name: "Send application" }).dblclick();
  const { code } = await readReceipt(page);

  const hr = await somebody();
  await signedIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/applications");
  await expect(hr.getByRole("row").filter({ hasText: lastName })).toHaveCount(1);
  expect(await askStatus(page, code)).toBe(200);
});

test("a form that was sent before with other words says so, and can be sent as another application", async ({
  page,
  somebody,
  javaScriptEnabled,
}) => {
  const names = ["First-Words", "Other-Words"].map((name) => `${name}-${javaScriptEnabled ? "with" : "without"}`) as [string, string];
  await page.goto(FORM);
  if (javaScriptEnabled) await awake(page);
  // The same form in another tab, sent first.
  const token = await page.locator("input[name=token]").inputValue();
  const fields = { token, first_name: WHO.firstName, last_name: names[0], email: WHO.email, notice: "read" };
  const first = await page.request.post(FORM, { multipart: { ...fields, cv: CV }, maxRedirects: 0 });
  expect(first.status()).toBe(303);

  await fillIn(page, { ...WHO, lastName: names[1], cv: CV });
  const typed = await values(page);
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await send(page);
  expect((await answer).status()).toBe(409);
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("This form was sent before");
  await expect(summary).toContainText("What was sent first has arrived and stands as it was.");
  expect(await values(page), "what was typed").toEqual(typed);
  // With JavaScript the file is still chosen.
  if (!javaScriptEnabled) await page.getByLabel("CV").setInputFiles(CV);
  await send(page);
  await readReceipt(page);

  const hr = await somebody();
  await signedIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/applications");
  for (const name of names) await expect(hr.getByRole("row").filter({ hasText: name })).toHaveCount(1);
});

test("nothing that was refused is on HR's list", async ({ page }) => {
  await signedIn(page, ACCOUNTS.hr);
  await page.goto("/office/applications");
  await expect(page.getByRole("row").filter({ hasText: "Site Reliability Engineer" }).first()).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: WHO.lastName })).toHaveCount(0);
});

test("a file keeps a name that fits, whatever it was called", async ({ page, somebody, javaScriptEnabled }) => {
  const lastName = `Long-${javaScriptEnabled ? "with" : "without"}`;
  await page.goto(FORM);
  await fillIn(page, { ...WHO, lastName, cv: { ...CV, name: `..\\..\\${"x".repeat(300)}.exe` } });
  await send(page);
  await readReceipt(page);

  const hr = await somebody();
  await signedIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/applications");
  await hr.getByRole("link", { name: `${WHO.firstName} ${lastName}` }).click();
  await expect(hr.getByRole("region", { name: "Documents" }).getByRole("rowheader")).toHaveText(`${"x".repeat(120)}.pdf`);
});

test("postings that never were and drafts are not found", async ({ page }) => {
  for (const address of ["/jobs/never-was", "/jobs/never-was/apply", "/jobs/personalreferat-schwerpunkt-gewinnung-m-w-d"]) {
    expect((await page.goto(address))?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
  }
});

test("a closed posting says so, shows what is open, and takes nothing", async ({ page }) => {
  const address = "/jobs/product-designer-field-tools-f-m-x";
  for (const gone of [address, `${address}/apply`]) {
    expect((await page.goto(gone))?.status(), gone).toBe(410);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This posting no longer takes applications");
    await expect(page.getByRole("link", { name: /Site Reliability Engineer/ })).toBeVisible();
  }
  const answer = await page.request.post(`${address}/apply`, { multipart: { first_name: "Late", cv: CV } });
  expect(answer.status()).toBe(410);
});

test("a request that breaks off, or holds no text, stores nothing and says so @no-javascript", async ({ request }) => {
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  const broken = await request.post(FORM, { headers, data: '--b\r\nContent-Disposition: form-data; name="first_name"\r\n\r\nId' });
  expect(broken.status()).toBe(400);
  expect(await broken.text()).toContain("We could not read this request");

  const part = (name: string) => Buffer.from(`--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`);
  const data = Buffer.concat([part("first_name"), Buffer.from([0xff, 0xfe, 0x80]), Buffer.from("\r\n--b--\r\n")]);
  const bytes = await request.post(FORM, { headers, data });
  expect(bytes.status()).toBe(422);
  expect(await bytes.text()).toContain("“First name” holds characters that cannot be shown");
});

function renamed(name: string, buffer: Buffer): Chosen {
  return { name, mimeType: "application/pdf", buffer };
}

function halved(file: Chosen): Chosen {
  return { ...file, buffer: file.buffer.subarray(0, file.buffer.length / 2) };
}

/** What stands in the form. */
async function values(page: Page): Promise<(string | boolean)[]> {
  const labels = ["First name", "Last name", "E-mail address", "Phone", "Message"];
  const texts = await Promise.all(labels.map((label) => page.getByLabel(label).inputValue()));
  return [...texts, await page.getByLabel("I have read the privacy notice").isChecked()];
}
