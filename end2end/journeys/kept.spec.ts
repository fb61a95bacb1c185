// What is kept for a reason of its own: a paper that only accounting reads (n21), and a place in the talent pool by consent (n15).

import { pdf } from "../support/documents.ts";
import { inDays } from "../support/dates.ts";
import { ACCOUNTS, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

test("n21: HR puts a travel receipt away, and only accounting can read it", async ({ page: hr, somebody }) => {
  await signedIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/papers");
  await expect(hr.getByRole("table")).toHaveCount(0);
  await hr.getByLabel("What it is for").fill("Train to the interview, 49 euros");
  await hr.getByRole("button", { name: "Put it away" }).click();
  const summary = hr.getByRole("alert");
  await expect(summary.getByRole("link")).toHaveCount(3);
  await expect(hr.getByLabel("What it is for")).toHaveValue("Train to the interview, 49 euros");
  await hr.getByLabel("Whose it is").fill("Nora Quist");
  await hr.getByLabel("Day on the voucher").fill(inDays(-3));
  await hr.getByLabel("File").setInputFiles(pdf("receipt.pdf", "Leipzig and back"));
  await hr.getByRole("button", { name: "Put it away" }).click();
  await expect(hr.getByRole("status")).toContainText("The paper is put away.");
  await expect(hr.getByRole("main")).not.toContainText("Nora Quist");

  const accounting = await somebody();
  await signedIn(accounting, ACCOUNTS.accounting);
  await accounting.goto("/office/papers");
  const row = accounting.getByRole("row", { name: /Nora Quist/ });
  await expect(row).toContainText("Train to the interview, 49 euros");
  await expect(row).toContainText(`31 Dec ${Number(inDays(-3).slice(0, 4)) + 8}`);
  const address = await row.getByRole("link").first().getAttribute("href");
  const opened = await accounting.request.get(address ?? "");
  expect(opened.headers()["content-type"]).toBe("application/pdf");
  expect((await hr.request.get(address ?? "")).status()).toBe(403);
});

test("n15: who consents on paper is in the talent pool until they withdraw, and the evidence stays", async ({ page: hr, somebody }) => {
  await signedIn(hr, ACCOUNTS.hr);
  await hr.goto("/office/applications?outcome=rejected");
  const links = hr.getByRole("table").getByRole("link");
  const addresses = await Promise.all((await links.all()).map((link) => link.getAttribute("href")));
  // The first whose procedure is under way: what is blocked is nobody's to put anywhere.
  for (const address of addresses) {
    await hr.goto(address ?? "");
    if ((await hr.getByRole("region", { name: "Talent pool" }).getByRole("group").count()) > 0) break;
  }
  const name = await hr.getByRole("heading", { level: 1 }).innerText();
  const application = hr.url();
  const pool = hr.getByRole("region", { name: "Talent pool" });
  await pool.getByText("Record a signed consent").click();
  await pool.getByRole("button", { name: "Put into the talent pool" }).click();
  await expect(hr.getByRole("alert").getByRole("link")).toHaveCount(3);
  await pool.getByLabel("Consent signed on").fill(inDays(0));
  await pool.getByLabel("For how many months").fill("12");
  await pool.getByLabel("on paper").check();
  await pool.getByRole("checkbox").first().check();
  await pool.getByRole("button", { name: "Put into the talent pool" }).click();
  await expect(pool).toContainText("In the talent pool until");
  await pool.getByRole("link", { name: "Open the record" }).click();
  await expect(hr.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(hr.getByRole("region", { name: "Documents" }).getByRole("row")).toHaveCount(2);

  const privacy = await somebody();
  await signedIn(privacy, ACCOUNTS.privacy);
  await privacy.goto("/office/evidence");
  const proof = privacy.getByRole("row", { name: new RegExp(name) });
  await expect(proof).toContainText("on paper");
  expect((await privacy.goto("/office/pool"))?.status()).toBe(403);

  await hr.getByLabel("by telephone").check();
  await hr.getByRole("button", { name: "End it now" }).click();
  await expect(hr).toHaveURL("/office/pool");
  await expect(hr.getByRole("main")).not.toContainText(name);
  await privacy.goto("/office/evidence");
  await expect(proof).toContainText("withdrawn by telephone");
  await hr.goto(application);
  await expect(hr.getByRole("main")).toContainText("recorded that the consent to the talent pool was withdrawn");
});
