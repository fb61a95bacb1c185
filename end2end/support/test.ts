// What every journey imports instead of `@playwright/test`: the same, with a server, and with the promises that hold on
// every page.

import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import { Server } from "./server.ts";

export { expect };

interface Fixtures {
  /** Opens the browser of one more person, with cookies of their own. */
  somebody: () => Promise<Page>;
  /** A demo: a server of one's own where a file says `test.use({ ownServer: true })`, else that of the worker. */
  server: Server;
  /** Whether each test has a server that is nobody else's: for those that move time or take what others look at. */
  ownServer: boolean;
  /** What broke a promise that every page keeps. */
  faults: string[];
  quiet: void;
}

export const test = base.extend<Fixtures, { shared: () => Promise<Server> }>({
  /** The server for the tests of one worker, from the first on that asks for it. */
  shared: [
    async ({}, use) => {
      let server: Promise<Server> | undefined;
      await use(() => (server ??= Server.start()));
      await (await server)?.dispose();
    },
    { scope: "worker" },
  ],

  ownServer: [false, { option: true }],

  server: [
    async ({ ownServer, shared }, use) => {
      const server = ownServer ? await Server.start() : await shared();
      await use(server);
      if (ownServer) await server.dispose();
    },
    { timeout: 180_000 },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  somebody: async ({ browser, faults }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      watch(context, faults);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  faults: async ({}, use) => use([]),

  quiet: [
    async ({ context, faults }, use) => {
      watch(context, faults);
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** No page contacts a third party, breaks its own Content-Security-Policy, or throws. */
function watch(context: BrowserContext, faults: string[]): void {
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") faults.push(`request to ${request.url()}`);
  });
  context.on("weberror", (error) => faults.push(`uncaught ${error.error()}`));
  context.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) faults.push(message.text());
  });
}
