// The careers site: narrowing the list down, what a posting weighs and what it tells search engines, a preview, a warning.

import Validator from "@adobe/structured-data-validator";
import type { Page } from "@playwright/test";
import { inDays } from "../support/dates.ts";
import { ACCOUNTS, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const titles = (page: Page) => page.getByRole("heading", { level: 3 });

/** The JSON-LD of the page that is open. */
async function jobPosting(page: Page): Promise<object | undefined> {
  const html = await (await page.request.get(page.url())).text();
  const json = html.split('<script type="application/ld+json"')[1]?.split("</script>")[0]?.replace(/^[^>]*>/, "");
  return json && JSON.parse(json);
}

test.describe("on a server of its own, where nobody publishes meanwhile", () => {
  test.use({ ownServer: true });

  test("the list is narrowed down, by one thing and by several, and whole again", async ({ page, somebody }) => {
    await page.goto("/");
    const all = await titles(page).count();
    expect(all).toBeGreaterThan(3);
    // One is in Rotterdam, and one in Leipzig or Rotterdam.
    await page.getByLabel("Place").selectOption({ label: "Rotterdam (2)" });
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL("/?department=&place=Rotterdam");
    await expect(titles(page)).toHaveCount(2);
    await expect(page.getByRole("heading", { name: `2 of ${all} open postings` })).toBeVisible();
    await expect(page.getByLabel("Place")).toHaveValue("Rotterdam");

    // Another language leaves it narrowed down.
    for (const [language, place] of [["Nederlands", "Plaats"], ["English", "Place"]] as const) {
      await page.getByRole("button", { name: language }).click();
      await expect(page).toHaveURL("/?department=&place=Rotterdam");
      await expect(page.getByLabel(place, { exact: true })).toHaveValue("Rotterdam");
      await expect(titles(page)).toHaveCount(2);
    }

    // What is left of a department beside this place stands with it: nothing any more, once HR has stopped one.
    await page.getByLabel("Department").selectOption({ label: "Engineering (1)" });
    await stopIntake(await somebody(), "Site Reliability Engineer (f/m/x)");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByLabel("Department").getByRole("option", { name: "Engineering (0)" })).toBeAttached();
    await expect(page.getByRole("heading", { name: "No open posting fits all of that" })).toBeVisible();
    await page.getByRole("link", { name: "Show every open posting" }).click();
    await expect(titles(page)).toHaveCount(all - 1);

    await page.goto("/?place=Atlantis&kind=apprenticeship&nothing=%00");
    await expect(titles(page)).toHaveCount(all - 1);
  });

  test("each open posting has what search engines ask for, and a closed one has nothing", async ({ page }) => {
    await page.goto("/");
    const addresses = await titles(page).getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    for (const address of addresses) {
      await page.goto(address);
      const job = await jobPosting(page);
      expect(job, address).toMatchObject({ "@context": "https://schema.org", "@type": "JobPosting" });
      const issues = await new Validator().validate({ jsonld: { JobPosting: [job ?? {}] } });
      // Both are for work that is done anywhere; these postings have a place.
      const said = issues.map((issue) => `${issue.severity} ${issue.issueMessage}`).filter((text) => !/applicantLocationRequirements|jobLocationType/.test(text));
      expect(said, address).toEqual([]);
    }
    const wrong = await new Validator().validate({ jsonld: { JobPosting: [{ "@type": "JobPosting", title: "Roofer" }] } });
    expect(wrong.filter((issue) => issue.severity === "ERROR").length, "the validator finds what is missing").toBeGreaterThan(2);

    await page.goto("/jobs/product-designer-field-tools-f-m-x");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This posting no longer takes applications");
    await expect(page.getByText("Product Designer, field tools (f/m/x)")).toBeVisible();
    expect(await jobPosting(page)).toBeUndefined();
  });
});

test("a posting and its form are light, move nothing and ask nobody else @javascript", async ({ page }) => {
  await page.goto("/");
  const address = await titles(page).first().getByRole("link").getAttribute("href");
  for (const [path, most] of [["/", 30_000], [address!, 30_000], [`${address}/apply`, 150_000]] as const) {
    const sizes: Promise<number>[] = [];
    const count = (request: { sizes: () => Promise<{ responseBodySize: number; responseHeadersSize: number }> }) =>
      sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize));
    const context = await page.context().browser()!.newContext({ baseURL: new URL(page.url()).origin });
    const visitor = await context.newPage();
    visitor.on("requestfinished", count);
    await visitor.goto(path, { waitUntil: "networkidle" });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(sizes.length, path).toBeLessThanOrEqual(6);
    expect(bytes, `bytes of ${path}`).toBeLessThan(most);
    const moved = await visitor.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          const add = (list: PerformanceObserverEntryList) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          };
          new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 300);
        }),
    );
    expect(moved, `layout shift of ${path}`).toBe(0);
    await context.close();
  }
});

test("HR looks at a posting before it is stored, and is told what may be amiss before it is published", async ({ page }) => {
  await signedIn(page, ACCOUNTS.hr);
  await page.goto("/office/postings/new");
  await page.getByLabel("Title").fill("Dachdecker");
  await page.getByLabel("Place").fill("Leipzig");
  await page.getByLabel("Pay").fill("by agreement");
  await page.getByLabel("One sentence").fill("A young team looks for you.");
  await page.getByLabel("Text").fill("## Tasks\n\n- measure **twice**\n- read [more](https://a.example) <script>alert(1)</script>");
  await page.getByLabel("Contact person").fill("Jana Vogt");
  await page.getByLabel("What happens next").fill("We call.");
  await page.getByLabel("Last day to apply").fill(inDays(30));
  await page.getByRole("button", { name: "Preview" }).click();

  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByRole("heading", { name: "Tasks" })).toBeVisible();
  await expect(preview.getByRole("link", { name: "more" })).toHaveAttribute("rel", "noopener nofollow");
  await expect(preview).toContainText("<script>alert(1)</script>");
  const warnings = page.getByRole("region", { name: "Before you publish" });
  await expect(warnings.getByRole("listitem")).toHaveCount(3);
  await expect(page.getByLabel("Text")).toHaveValue(/\*\*twice\*\*/);

  await page.getByLabel("Title").fill("Dachdecker (m/w/d)");
  await page.getByLabel("From, in euros").fill("3.000");
  await page.getByLabel("To, in euros").fill("2.000");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("alert")).toContainText("3,000");
  await page.getByLabel("To, in euros").fill("3.400,50");
  await page.getByLabel("Gross per").selectOption({ label: "Month" });
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(warnings.getByRole("listitem")).toHaveText(/“young” hints at age/);
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("link", { name: "Public page" }).first().click();
  expect(await jobPosting(page)).toMatchObject({ baseSalary: { value: { minValue: 3000, maxValue: 3400.5, unitText: "MONTH" } } });
});

/** HR stops the intake of a posting. */
async function stopIntake(hr: Page, title: string): Promise<void> {
  await signedIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/postings");
  await hr.getByRole("link", { name: title }).click();
  await hr.getByRole("button", { name: "Stop intake …" }).click();
  await hr.getByRole("dialog").getByRole("button", { name: "Stop intake now" }).click();
  await expect(hr.getByRole("button", { name: "Stop intake …" })).toHaveCount(0);
}
