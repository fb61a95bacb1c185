// A page and the way to it, and the ways there are.

import type { Page } from "@playwright/test";
import { type Account, ACCOUNTS, signedIn } from "../people.ts";
import { expect } from "../test.ts";

/** A page with a name for its pictures, and the way to it. */
export interface Stop {
  name: string;
  /** The route that answers it, as the router names it; nothing where a form comes back, or where there is no such page. */
  route?: string;
  open: (page: Page) => Promise<unknown>;
}

/** Opens a page, and makes sure that it is the one that its route answers. */
export async function arrive(page: Page, { name, route, open }: Stop): Promise<void> {
  await open(page);
  if (!route) return;
  const pattern = new RegExp(`^${route.replace(/\{[^}]+\}/g, "[^/]+")}$`);
  expect(new URL(page.url()).pathname, `the address of ${name}`).toMatch(pattern);
  const status = await page.evaluate(() => performance.getEntriesByType("navigation")[0]?.toJSON().responseStatus);
  expect(status, `the answer at ${name}`).toBe(200);
}

export function at(name: string, address: string): Stop {
  return { name, route: address.split("?")[0]!, open: (page) => page.goto(address) };
}

/** An address at which there is nothing, or nothing any more, or nothing for this reader. */
export function nothing(name: string, address: string): Stop {
  return { name, open: (page) => page.goto(address) };
}

/** By the links on a page, each named as one reads it. */
export function by(name: string, route: string, address: string, ...links: (string | RegExp)[]): Stop {
  return {
    name,
    route,
    open: async (page) => {
      await page.goto(address);
      for (const link of links) {
        await page.getByRole("link", { name: link }).first().click();
        await page.waitForLoadState();
      }
    },
  };
}

/** A form that comes back with everything wrong that can be; in a fold, it is opened first. */
export function refused(stop: Stop, name: string, button: string, fold?: string): Stop {
  return {
    name,
    open: async (page) => {
      await stop.open(page);
      if (fold) await page.locator("summary").filter({ hasText: fold }).first().click();
      await page.getByRole("button", { name: button, exact: true }).click();
      await page.getByRole("alert").waitFor();
    },
  };
}

/** After something was done that the demonstration lacks. */
export function once(stop: Stop, ...deeds: ((page: Page) => Promise<unknown>)[]): Stop {
  return {
    ...stop,
    open: async (page) => {
      for (const deed of deeds) await deed(page);
      await stop.open(page);
    },
  };
}

/** Somebody else does it first, in the same browser. */
export function as(other: string, me: Account, deed: (page: Page) => Promise<unknown>): (page: Page) => Promise<void> {
  return async (page) => {
    await signedIn(page, other);
    await deed(page);
    await signedIn(page, ACCOUNTS[me]);
  };
}
