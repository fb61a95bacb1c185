// Every page for everybody: by the rules that a program can check, on narrow screens, and without a pointer.

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import axe from "axe-core";
import { pdf } from "../support/documents.ts";
import { ALIKE, arrive, DEEDS, DESK, FILES, openCertificate, SITE, type Stop } from "../support/pages.ts";
import { type Account, ACCOUNTS, FORM, readReceipt, signedIn } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { expectMistakesTold } from "../support/tree.ts";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

// The pages hold the same with and without JavaScript, so one round is enough.
test.describe("@javascript", () => {
  test("every page of every role is looked at", () => {
    const seen = new Set(SITE.map(({ route }) => `anybody ${route}`));
    for (const stops of [DESK, DEEDS]) {
      for (const [account, list] of Object.entries(stops)) for (const { route } of list) seen.add(`${account} ${route}`);
    }
    const routes = readable();
    expect(routes.length).toBeGreaterThan(70);
    const isSeen = ({ who, route }: (typeof routes)[number]) => seen.has(`${ALIKE.includes(route) ? "admin" : who} ${route}`);
    const unseen = routes.filter((one) => !FILES.includes(one.route) && !isSeen(one));
    expect(unseen, "pages that are in no list of end2end/support/pages.ts").toEqual([]);
    const gone = FILES.filter((file) => !routes.some(({ route }) => route === file));
    expect(gone, "files that no route answers any more").toEqual([]);
  });

  test("what is no page is a file or a text", async ({ page }) => {
    for (const { who, route } of readable().filter(({ route }) => FILES.includes(route) && !route.includes("{"))) {
      if (who !== "anybody") await signedIn(page, ACCOUNTS[who]);
      const answer = await page.request.get(route);
      expect(answer.status(), route).toBe(200);
      expect(answer.headers()["content-type"], route).not.toContain("text/html");
    }
  });

  for (const stop of SITE) {
    test(`the careers site's page ${stop.name} breaks no rule and fits`, async ({ page }) => {
      await arrive(page, stop);
      if (/problems?$/.test(stop.name)) await expectMistakesTold(page);
      await expectUsable(page, stop);
    });
  }

  for (const account of Object.keys(DESK) as Account[]) {
    // A few pages each, so that every worker is busy until the end.
    for (let first = 0; first < DESK[account].length; first += 5) {
      inTurn(account, DESK[account].slice(first, first + 5));
    }
  }

  test.describe("after deeds", () => {
    test.use({ ownServer: true });
    for (const [account, stops] of Object.entries(DEEDS)) inTurn(account as Account, stops);

    test("the certificate of erasure breaks no rule and fits", async ({ page, server }) => {
      await openCertificate(page, server);
      await expectUsable(page, { name: "status-certificate" });
    });
  });
});

function inTurn(account: Account, stops: Stop[]): void {
  test(`the desk of ${account} breaks no rule and fits: ${stops.map(({ name }) => name).join(", ")}`, async ({ page }) => {
    await signedIn(page, ACCOUNTS[account]);
    for (const stop of stops) {
      await test.step(stop.name, async () => {
        await arrive(page, stop);
        if (/problems?$/.test(stop.name)) await expectMistakesTold(page);
        await expectUsable(page, stop);
      });
    }
  });
}

/** Everything that can be read, and by whom: from the list that the server's tests hold its router to. */
function readable(): { who: Account | "anybody"; route: string }[] {
  const list = readFileSync(new URL("../../server/tests/routes.rs", import.meta.url), "utf8");
  return [...list.matchAll(/^GET +(\S+) +\| ([^|]+?) *\|/gm)].flatMap(([, route = "", roles = ""]) =>
    roles.split(" ").map((role) => ({ who: (role === "works_council" ? "council" : role) as Account | "anybody", route })),
  );
}

async function expectUsable(page: Page, { name }: Pick<Stop, "name">): Promise<void> {
  await page.evaluate(axe.source);
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const room = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    expect.soft(room[0], `${name} is wider than ${width} px`).toBeLessThanOrEqual(room[1]!);
    if (width === 320) continue;
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      // Light or dark changes colours and nothing else, so the other rules are asked once for each width.
      const contrast = (colorScheme === "dark") === (width === 360);
      const options: axe.RunOptions = { reporter: "no-passes", ...(contrast && { runOnly: ["color-contrast"] }) };
      const found = await page.evaluate(async (options) => {
        const { violations } = await window.axe.run(options);
        return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join("\n  ")}`);
      }, options);
      expect.soft(found, `${name}, ${width} px, ${colorScheme}`).toEqual([]);
    }
  }
}

test("somebody without a pointer applies by Tab, Space and Enter alone @no-javascript", async ({ page }) => {
  // From the beginning: asked for at the key that opens it, it may come too late.
  page.on("filechooser", (chooser) => void chooser.setFiles(pdf("cv.pdf", "By hand")));
  await page.goto(FORM);
  const { keyboard } = page;
  await keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await keyboard.press("Tab");
  for (const [label, text] of [
    ["First name", "Toon"],
    ["Last name", "Keijser"],
    ["E-mail address", "toon.keijser@example.org"],
    ["Phone", "+31 6 00 00 00 00"],
    ["Message", "No mouse needed."],
  ] as const) {
    await keyboard.press("Tab");
    await expect(page.getByLabel(label)).toBeFocused();
    await keyboard.type(text);
  }
  for (const label of ["I am severely disabled, or treated as equal", "Leave the representative of severely disabled staff out"]) {
    await keyboard.press("Tab");
    await expect(page.getByLabel(label)).toBeFocused();
    await keyboard.press("Space");
    await expect(page.getByLabel(label)).toBeChecked();
  }
  await keyboard.press("Tab");
  const short = page.getByText("The privacy notice in short");
  await expect(short).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByText("No decision is made by a machine.")).toBeVisible();
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await expect(page.getByLabel("I have read the privacy notice")).toBeFocused();
  await keyboard.press("Space");
  await keyboard.press("Tab");
  await expect(page.getByLabel("CV")).toBeFocused();
  await keyboard.press("Space");
  await expect(page.getByLabel("CV")).toHaveValue(/cv\.pdf$/);
  await keyboard.press("Tab");
  await expect(page.getByLabel("Other documents")).toBeFocused();
  await keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Send application" })).toBeFocused();
  await keyboard.press("Enter");
  await readReceipt(page);
});

test("the focus can be seen wherever Tab leads @no-javascript", async ({ page }) => {
  await page.goto(FORM);
  const seen = await page.getByRole("link").count();
  for (let step = 0; step < seen; step++) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth);
    expect(outline, `the outline of stop ${step + 1}`).toBe("3px");
  }
});
