// Who sees an application and who does not: a panel member, the works council, a deputy until the day, the boss of an internal applicant,
// somebody who knows the applicant, a blind review. Two browsers side by side: what HR does, the other's next click obeys.

import { inDays } from "../support/dates.ts";
import { applicationsOf, publish } from "../support/desk.ts";
import { ACCOUNTS, apply, FIVE, name, SECOND_OF_HR, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

/** Time is moved here, so the server is nobody else's. */
test.use({ ownServer: true });

const TITLE = "Heat pump tester (f/m/d)";
const UNTIL = inDays(20);

test("n04 n25 HR releases to people and bodies, keeps an internal applicant from the boss, and each next click obeys", async ({
  page: hr,
  server,
  somebody,
}) => {
  test.setTimeout(240_000);
  const [panel, council, head, second, admin] = [
    await somebody(),
    await somebody(),
    await somebody(),
    await somebody(),
    await somebody(),
  ];
  const applicants = FIVE.slice(0, 3);
  const [internal, known, other] = applicants as [(typeof FIVE)[0], (typeof FIVE)[0], (typeof FIVE)[0]];
  await signedIn(hr, ACCOUNTS.hr);
  const posting = await publish(hr, TITLE, inDays(10), inDays(90));
  for (const who of applicants) await apply(await somebody(), posting[1], who);
  const addresses = await applicationsOf(hr, posting[0], applicants);
  const [ofInternal, ofKnown, ofOther] = addresses as [string, string, string];
  await signedIn(panel, "panel@demo.example");
  await signedIn(council, "council@demo.example");
  await signedIn(head, ACCOUNTS.head);
  await signedIn(second, SECOND_OF_HR);
  await signedIn(admin, ACCOUNTS.admin);

  await test.step("the internal applicant's boss and a colleague in HR are kept out before anything is released", async () => {
    await hr.goto(ofInternal);
    for (const boss of ["Ruben de Wit", "Lennart Brandt"]) {
      const kept = hr.getByRole("region", { name: "Kept from" });
      await kept.getByText("Keep from somebody …").click();
      const option = await kept.getByRole("option", { name: new RegExp(boss) }).textContent();
      await kept.getByLabel("From whom").selectOption(option!);
      await kept.getByRole("button", { name: "Keep from this person" }).click();
      await expect(hr.getByRole("region", { name: "Kept from" })).toContainText(boss);
    }
    await second.goto(posting[0]);
    await expect(second.getByRole("link", { name: "2 applications" })).toBeVisible();
    await expect(second.getByRole("main")).not.toContainText(name(internal));
    expect((await second.goto(ofInternal))?.status()).toBe(404);
  });

  await test.step("all three go to the boss's department at once; the boss sees two, and no gap", async () => {
    await hr.goto(posting[0]);
    await hr.getByRole("link", { name: "Release several …" }).click();
    for (const tick of await hr.getByRole("table").getByRole("checkbox").all()) await tick.check();
    await hr.getByLabel("To whom").selectOption("Department: Engineering");
    await hr.getByRole("checkbox", { name: "Contact details" }).check();
    await hr.getByLabel("Until", { exact: true }).fill(UNTIL);
    await hr.getByRole("button", { name: "Release", exact: true }).click();
    await head.goto("/office/applications");
    await expect(head.getByRole("table")).toContainText(name(known));
    await expect(head.getByRole("table")).toContainText(name(other));
    await expect(head.getByRole("table")).not.toContainText(name(internal));
    expect((await head.goto(ofInternal))?.status()).toBe(404);
  });

  await test.step("the head knows one of them, and steps aside", async () => {
    await head.goto(ofKnown);
    await head.getByText("I know this person …").click();
    await head.getByRole("button", { name: "Step aside" }).click();
    await expect(head.getByRole("heading", { level: 1 })).toHaveText("Released to you");
    await expect(head.getByRole("table")).not.toContainText(name(known));
    expect((await head.goto(ofKnown))?.status()).toBe(404);
    await hr.goto(ofKnown);
    await expect(hr.getByRole("region", { name: "Kept from" })).toContainText("stepped aside");
  });

  await test.step("one goes to a panel member by name, and with ratings to the works council", async () => {
    await hr.goto(ofOther);
    for (const [whom, sections] of [
      ["Sanne Kuipers (Panel member)", ["CV"]],
      ["Works council", ["CV", "Comments of others"]],
    ] as const) {
      const releases = hr.getByRole("region", { name: "Releases" });
      const summary = releases.getByText("Release …");
      if (!(await releases.getByLabel("To whom").isVisible())) await summary.click();
      await releases.getByLabel("To whom").selectOption(whom);
      for (const box of await releases.getByRole("checkbox").all()) await box.uncheck();
      for (const section of sections) await releases.getByRole("checkbox", { name: section }).check();
      await releases.getByLabel("Until").fill(UNTIL);
      await releases.getByRole("button", { name: "Release", exact: true }).click();
      const done = hr.getByRole("status").filter({ hasText: "Released: it can be read from now on" });
      await expect(done).toBeFocused();
      await expect(hr.getByRole("region", { name: "Releases" })).toContainText(whom.split(" (")[0]!);
    }
    await panel.goto(ofOther);
    await panel.getByRole("radio", { name: "Maybe" }).check();
    await panel.getByRole("textbox", { name: "Comment" }).fill("She measures before she doubts.");
    await panel.getByRole("button", { name: "Send comment" }).click();
    await expect(panel.getByRole("region", { name: "Your comment is saved" })).toContainText("Nothing else waits for you.");
    await council.goto(ofOther);
    await expect(council.getByRole("region", { name: "Comments" })).toContainText("She measures before she doubts.");
    await head.goto(ofOther);
    await expect(head.getByRole("region", { name: "Comments" })).not.toContainText("She measures");
  });

  await test.step("reviewed blind, the name is gone with the next click, until HR lifts it", async () => {
    await hr.goto(posting[0]);
    await hr.getByRole("button", { name: "Review blind" }).click();
    await head.reload();
    await expect(head.getByText("This posting is reviewed blind")).toBeVisible();
    await expect(head.getByRole("main")).not.toContainText(name(other));
    await hr.getByRole("button", { name: "Lift the blind review" }).click();
    await head.reload();
    await expect(head.getByRole("main")).toContainText(name(other));
  });

  await test.step("a deputy sees it until the administrator ends that, and the next click says why", async () => {
    await admin.goto("/office/people");
    for (const until of [inDays(1), inDays(2)]) {
      await admin.getByLabel("Who stands in").selectOption("Milan Horvat");
      await admin.getByLabel("For the head of").selectOption("Engineering");
      await admin.getByLabel("Until the end of").fill(until);
      await admin.getByRole("button", { name: "Name as deputy" }).click();
      const row = admin.getByRole("row").filter({ hasText: "Milan Horvat" });
      await expect(row).toContainText("deputy until");
      const deputy = await somebody();
      await signedIn(deputy, "head.office@demo.example");
      await deputy.goto(ofOther);
      await expect(deputy.getByRole("main")).toContainText(name(other));
      if (until === inDays(2)) break;
      await row.getByRole("button", { name: "End the deputyship of Milan Horvat" }).click();
      await expect(row).not.toContainText("deputy until");
      expect((await deputy.reload())?.status()).toBe(403);
      await expect(deputy.getByRole("main")).toContainText("your time as a deputy is over");
    }
  });

  await test.step("past the deputy's day the next click is refused with its reason too", async () => {
    await server.goOnAt(inDays(3));
    const deputy = await somebody();
    await signedIn(deputy, "head.office@demo.example");
    expect((await deputy.goto(ofOther))?.status()).toBe(403);
    await expect(deputy.getByRole("main")).toContainText("your time as a deputy is over");
  });

  await test.step("HR revokes, and the panel member's next click is refused", async () => {
    await signedIn(hr, ACCOUNTS.hr);
    await hr.goto(ofOther);
    await hr.getByRole("button", { name: "Revoke the release to Sanne Kuipers" }).click();
    await hr.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await signedIn(panel, "panel@demo.example");
    expect((await panel.goto(ofOther))?.status()).toBe(403);
    await expect(panel.getByRole("main")).toContainText("revoked");
  });
});
