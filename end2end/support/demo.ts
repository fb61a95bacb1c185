// Before all journeys: a demonstration is filled once, and each server begins with a copy of it. Filling one takes seconds.

import { Server } from "./server.ts";

export default async function fill(): Promise<() => Promise<void>> {
  const server = await Server.start();
  await server.stop();
  process.env["ABLAUF_FILLED_DEMO"] = server.dataDir;
  return () => server.dispose();
}
