// What a screen reader is told: the accessibility tree as Chromium itself computes it.

import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

/** A node that is told. */
export interface Told {
  role: string;
  name: string;
  description: string;
  /** `true` where something is wrong with it. */
  invalid: string;
  focused: boolean;
  /** `polite` or `assertive` where changes inside are read aloud by themselves. */
  live: string;
  /** The words of everything inside. */
  words: string;
}

/** The tree of the page, from top to bottom. */
export async function told(page: Page): Promise<Told[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const words = (node: (typeof nodes)[number]): string =>
    node.role?.value === "StaticText"
      ? String(node.name?.value ?? "")
      : (node.childIds ?? []).map((id) => byId.get(id)).map((child) => (child ? words(child) : "")).join(" ");
  const inOrder = (node: (typeof nodes)[number]): (typeof nodes)[number][] => [
    node,
    ...(node.childIds ?? []).flatMap((id) => byId.get(id) ?? []).flatMap(inOrder),
  ];
  return inOrder(nodes[0]!)
    .filter((node) => !node.ignored)
    .map((node) => {
      const property = (name: string) => node.properties?.find((property) => property.name === name)?.value.value;
      return {
        role: String(node.role?.value),
        name: String(node.name?.value ?? ""),
        description: String(node.description?.value ?? ""),
        invalid: String(property("invalid") ?? "false"),
        focused: property("focused") === true,
        live: String(property("live") ?? "off"),
        words: words(node).replace(/\s+/g, " ").trim(),
      };
    });
}

/**
 * What is wrong with a form is told: the page is called an error, the summary has the focus, a heading and a link for each mistake; and each
 * mistake is told again by a control that is wrong. Answers those controls.
 */
export async function expectMistakesTold(page: Page): Promise<Told[]> {
  await expect(page.getByRole("alert").first()).toBeFocused();
  const tree = await told(page);
  expect(tree[0], "the page").toMatchObject({ role: "RootWebArea", name: expect.stringMatching(/^Error: /) });
  const summary = tree.findIndex(({ role, focused }) => role === "alert" && focused);
  expect(summary, "the summary has the focus").toBeGreaterThan(0);
  const [alert, heading] = [tree[summary]!, tree[summary + 1]!];
  expect(alert.name.length, "the summary has a name").toBeGreaterThan(10);
  expect(heading, "the summary begins with its heading").toMatchObject({ role: "heading", name: alert.name });
  const wrong = tree.filter(({ invalid }) => invalid === "true");
  for (const link of await page.getByRole("alert").first().getByRole("link").all()) {
    const mistake = await link.innerText();
    expect(tree.some(({ role, name }) => role === "link" && name === mistake), `a link says: ${mistake}`).toBe(true);
    // Beside the control it may be said in other words: of a sign-in is not told which of two is wrong.
    const beside = await page.locator(`[id="${(await link.getAttribute("href"))?.slice(1)}-error"]`).innerText();
    expect(wrong.some(({ description }) => description.includes(beside)), `a control that is wrong says: ${beside}`).toBe(true);
  }
  return wrong;
}
