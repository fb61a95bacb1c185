// The bodies that speak for staff: whom the house tells of severely disabled applicants, and how little else reaches them by itself (n24);
// what the works council reads of every application that comes in, until HR ends it (n25).

import type { Page } from "@playwright/test";
import { inDays } from "../support/dates.ts";
import { applicationsOf, publish } from "../support/desk.ts";
import { ACCOUNTS, type Applicant, apply, FIVE, name, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const STATED = "Severely disabled, or treated as equal; stated in the form.";

/** Fills in a new release on the page of an application, and sends it. */
async function release(hr: Page, whom: string, sections: string[]): Promise<void> {
  const releases = hr.getByRole("region", { name: "Releases" });
  if (!(await releases.getByLabel("To whom").isVisible())) await releases.getByText("Release …").click();
  await releases.getByLabel("To whom").selectOption(whom);
  for (const box of await releases.getByRole("checkbox").all()) await box.uncheck();
  for (const section of sections) await releases.getByRole("checkbox", { name: section }).check();
  await releases.getByRole("button", { name: "Release", exact: true }).click();
}

test("n24 who states a severe disability is told to the bodies at once, and to a department by a release of its own only", async ({
  page: visitor,
  somebody,
}, { project }) => {
  const [hr, representative, council, head] = [await somebody(), await somebody(), await somebody(), await somebody()];
  const [plain, stated, without] = [
    FIVE[0]!,
    { ...FIVE[1]!, disability: "stated" },
    { ...FIVE[2]!, disability: "without representative" },
  ] as [Applicant, Applicant, Applicant];
  await signedIn(hr, ACCOUNTS.hr);
  const [posting, form] = await publish(hr, `Valve tester ${project.name} (f/m/d)`, inDays(10), inDays(90));
  for (const who of [plain, stated, without]) await apply(visitor, form, who);
  const [ofPlain, ofStated, ofWithout] = (await applicationsOf(hr, posting, [plain, stated, without])) as [string, string, string];
  await signedIn(representative, "representative@demo.example");
  await signedIn(council, "council@demo.example");
  await signedIn(head, ACCOUNTS.head);

  await test.step("each body finds those of whom it is told on its start page, and no other", async () => {
    for (const [body, told, not] of [
      [representative, [stated], [plain, without]],
      [council, [stated, without], [plain]],
    ] as const) {
      await body.goto("/office");
      const list = body.getByRole("region", { name: "Severely disabled applicants" });
      const rows = list.getByRole("row").filter({ hasText: `Valve tester ${project.name}` });
      await expect(rows).toHaveCount(told.length);
      for (const who of told) await expect(rows.filter({ hasText: name(who) })).toHaveCount(1);
      for (const who of not) await expect(list.getByRole("row").filter({ hasText: name(who) }).filter({ hasText: project.name })).toHaveCount(0);
    }
  });

  await test.step("the representative reads what the decision rests on, the works council who it is", async () => {
    await representative.goto(ofStated);
    await expect(representative.getByRole("region", { name: "Severe disability" })).toContainText(STATED);
    await expect(representative.getByRole("region", { name: "Documents" })).toBeVisible();
    await council.goto(ofWithout);
    await expect(council.getByRole("region", { name: "Severe disability" })).toContainText("to be left out");
    await expect(council.getByRole("heading", { level: 1 })).toHaveText(name(without));
    await expect(council.getByRole("region", { name: "Documents" })).toHaveCount(0);
    expect((await representative.goto(ofWithout))?.status()).toBe(404);
    expect((await representative.goto(ofPlain))?.status()).toBe(404);
  });

  await test.step("HR sees whom the house told, and does not release it to a department along with the rest", async () => {
    await hr.goto(ofStated);
    const releases = hr.getByRole("region", { name: "Releases" });
    await expect(releases.getByText("Told when it arrived (section 164(1) SGB IX)")).toHaveCount(2);
    await release(hr, "Department: Engineering", ["CV", "Severe disability"]);
    await expect(hr.getByRole("alert").first()).toContainText("is released by itself");
    await release(hr, "Department: Engineering", ["CV", "Contact details"]);
    await head.goto(ofStated);
    await expect(head.getByRole("heading", { level: 1 })).toHaveText(name(stated));
    await expect(head.getByRole("main")).not.toContainText(/disab/i);
    await release(hr, "Department: Engineering", ["Severe disability"]);
    await head.reload();
    await expect(head.getByRole("region", { name: "Severe disability" })).toContainText(STATED);
  });

  await test.step("and not to a representative who is to be left out", async () => {
    await hr.goto(ofWithout);
    await release(hr, "Representative of severely disabled staff", ["CV"]);
    await expect(hr.getByRole("main")).toContainText("wants the representative of severely disabled staff to be left out");
    expect((await representative.goto(ofWithout))?.status()).toBe(404);
  });
});

test("n25 the works council reads every application that comes in, with ratings, until HR ends that", async ({
  page: visitor,
  somebody,
}, { project }) => {
  const [hr, council, head] = [await somebody(), await somebody(), await somebody()];
  const [first, later, last] = FIVE as [Applicant, Applicant, Applicant, ...Applicant[]];
  await signedIn(hr, ACCOUNTS.hr);
  const [posting, form] = await publish(hr, `Pump fitter ${project.name} (f/m/d)`, inDays(10), inDays(90));
  await apply(visitor, form, first);
  await signedIn(council, "council@demo.example");
  await signedIn(head, ACCOUNTS.head);

  await test.step("HR releases what is there and what will come; to a department that is refused", async () => {
    await hr.goto(posting);
    await hr.getByRole("link", { name: "Release several …" }).click();
    for (const tick of await hr.getByRole("table").getByRole("checkbox").all()) await tick.check();
    await hr.getByRole("checkbox", { name: "Contact details" }).check();
    await hr.getByRole("checkbox", { name: "Comments of others" }).check();
    await hr.getByRole("checkbox", { name: "Also every application that comes in until then" }).check();
    await hr.getByLabel("To whom").selectOption("Department: Engineering");
    await hr.getByRole("button", { name: "Release", exact: true }).click();
    await expect(hr.getByRole("alert").first()).toBeVisible();
    await expect(hr.getByRole("checkbox", { name: "Also every application" })).toBeChecked();
    await hr.getByLabel("To whom").selectOption("Works council");
    await hr.getByRole("button", { name: "Release", exact: true }).click();
    await hr.goto(`${posting}/releases`);
    await expect(hr.getByRole("region", { name: "Released with every arrival" })).toContainText("one application now");
  });

  await apply(visitor, form, later);
  const [ofFirst, ofLater] = (await applicationsOf(hr, posting, [first, later])) as [string, string];

  await test.step("the works council reads the later one too, with what the head says, and says its own", async () => {
    await hr.goto(ofLater);
    await release(hr, "Department: Engineering", ["CV"]);
    await head.goto(ofLater);
    await head.getByRole("radio", { name: "Yes" }).check();
    await head.getByRole("textbox", { name: "Comment" }).fill("Knows every valve by name.");
    await head.getByRole("button", { name: "Send comment" }).click();
    await council.goto(ofLater);
    await expect(council.getByRole("heading", { level: 1 })).toHaveText(name(later));
    await expect(council.getByRole("region", { name: "Comments" })).toContainText("Knows every valve by name.");
    await council.getByRole("textbox", { name: "Comment" }).fill("No objection.");
    await council.getByRole("button", { name: "Send comment" }).click();
    await head.goto(ofLater);
    await expect(head.getByRole("main")).not.toContainText("No objection.");
  });

  await test.step("HR ends it; the next click is refused with its reason, and who comes after that is not shown", async () => {
    await hr.goto(`${posting}/releases`);
    await hr.getByRole("button", { name: "End the release to Works council with everything it shows" }).click();
    for (const address of [ofFirst, ofLater]) {
      expect((await council.goto(address))?.status()).toBe(403);
      await expect(council.getByRole("main")).toContainText("revoked");
    }
    await apply(visitor, form, last);
    const [ofLast] = (await applicationsOf(hr, posting, [last])) as [string];
    expect((await council.goto(ofLast))?.status()).toBe(404);
  });
});
