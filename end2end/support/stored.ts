// What lies on a server's disk: the rows of each table, and every file.

import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { Server } from "./server.ts";

/** How many rows each table has, and which files there are. */
export interface Stored {
  rows: Record<string, number>;
  files: string[];
}

// Python comes with every machine that runs these tests (scripts/setup-test); Node reads SQLite from version 22 on.
const COUNT = `
import glob, json, sqlite3, sys
rows = {}
for path in sorted(glob.glob(sys.argv[1] + "/*.db")):
    db = sqlite3.connect("file:" + path + "?mode=ro", uri=True, timeout=30)
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        (count,) = db.execute('SELECT COUNT(*) FROM "' + table + '"').fetchone()
        rows[path.split("/")[-1] + " " + table] = count
print(json.dumps(rows))
`;

/** Looks at the disk of a server on SQLite, while it runs. */
export async function stored(server: Server): Promise<Stored> {
  const { stdout } = await promisify(execFile)("python3", ["-c", COUNT, server.dataDir]);
  const entries = await readdir(dirname(server.dataDir), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
  return { rows: JSON.parse(stdout) as Record<string, number>, files: files.filter((name) => !/-(wal|shm)$/.test(name)).sort() };
}
