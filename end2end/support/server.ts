// One running `ablauf` on a free port with a data directory of its own.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What a finished `ablauf` command left. */
export interface Finished {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface Options {
  /** Fill the data directory with the demo's postings, applicants and accounts. Default: true. */
  demo?: boolean;
  /** `ABLAUF_*` settings. Nothing of this process's own environment is passed on but the paths. */
  env?: Record<string, string>;
}

const STARTS_WITHIN_MS = 120_000;
const STOPS_WITHIN_MS = 15_000;
/** What a server prints at the end of each pass of its sweep. */
const SWEPT = "swept";

const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

export class Server {
  /** Everything the servers on this data directory have printed so far. */
  log = "";
  #child: ChildProcess | undefined;

  private constructor(
    private readonly home: string,
    private readonly port: number,
    private readonly options: Options,
  ) {}

  /** Starts a server on a fresh data directory and waits until it answers. */
  static async start(options: Options = {}): Promise<Server> {
    const home = await mkdtemp(join(tmpdir(), "ablauf-"));
    const server = new Server(home, await freePort(), options);
    // Only where nothing is set that the copy was not filled under.
    const filled = process.env["ABLAUF_FILLED_DEMO"];
    if (filled && options.demo !== false && !options.env) await cp(filled, server.dataDir, { recursive: true });
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** By how many seconds the clock is off (`server/src/shifted.rs`). */
  get #clockShift(): string {
    return join(this.home, "clock-shift");
  }

  get dataDir(): string {
    return join(this.home, "data");
  }

  /** Starts the server again after `stop` or `kill9`, on the same port and data directory, with these settings besides. */
  async start(env: Record<string, string> = {}): Promise<void> {
    const demo = this.options.demo === false ? [] : ["--demo"];
    const child = this.#spawn(["serve", ...demo, "--data", this.dataDir, "--listen", `127.0.0.1:${this.port}`], env);
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => (this.log += text));
    }
    const deadline = Date.now() + STARTS_WITHIN_MS;
    while (!(await this.#answers())) {
      if (hasEnded(child)) throw new Error(`ablauf ended before it answered:\n${this.log}`);
      if (Date.now() > deadline) throw new Error(`ablauf did not answer in time:\n${this.log}`);
      await sleep(50);
    }
  }

  /**
   * Goes on at noon of a later day: the server ends, is off until then, and starts again; a clock that is ahead is believed after a stop.
   * Waits for the end of the first pass of its sweep. Every command sees the same clock from then on.
   */
  async goOnAt(day: string): Promise<void> {
    await this.stop();
    const seconds = Math.round((Date.parse(`${day}T11:00:00Z`) - Date.now()) / 1000);
    await writeFile(`${this.#clockShift}.new`, String(seconds));
    await rename(`${this.#clockShift}.new`, this.#clockShift);
    const before = this.log.length;
    await this.start();
    const deadline = Date.now() + STARTS_WITHIN_MS;
    while (!this.log.slice(before).includes(SWEPT)) {
      if (Date.now() > deadline) throw new Error(`no sweep came to its end on ${day}:\n${this.log.slice(before)}`);
      await sleep(50);
    }
  }

  /** Asks the server to end, as an operator would, and waits for it. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** Ends the server as a power cut would. */
  async kill9(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Ends the server and removes its data. */
  async dispose(): Promise<void> {
    await this.#end("SIGKILL");
    await rm(this.home, { recursive: true, force: true });
  }

  /** Runs another `ablauf` command on the same data directory: `run(["sweep", "--now", "..."])`. */
  async run(args: string[], env: Record<string, string> = {}, input = ""): Promise<Finished> {
    const child = this.#spawn(args, env);
    const finished: Finished = { status: null, stdout: "", stderr: "" };
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (finished.stdout += text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (finished.stderr += text));
    child.stdin?.on("error", () => {}).end(input);
    await once(child, "close");
    finished.status = child.exitCode;
    return finished;
  }

  #spawn(args: string[], env: Record<string, string> = {}): ChildProcess {
    const { PATH = "", HOME = "", TMPDIR = tmpdir(), ABLAUF_BIN } = process.env;
    if (!ABLAUF_BIN) throw new Error("ABLAUF_BIN must name the ablauf binary: run the journeys by `make test`");
    const child = spawn(ABLAUF_BIN, args, {
      cwd: this.home,
      env: { PATH, HOME, TMPDIR, ABLAUF_DATA: this.dataDir, ABLAUF_CLOCK_SHIFT: this.#clockShift, ...this.options.env, ...env },
      stdio: "pipe",
    });
    running.add(child);
    child.once("exit", () => running.delete(child));
    child.once("error", (error) => (this.log += `${error}\n`));
    return child;
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/healthz`)).ok;
    } catch {
      return false;
    }
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || hasEnded(child)) return;
    const ended = once(child, "exit");
    child.kill(signal);
    const late = setTimeout(() => child.kill("SIGKILL"), STOPS_WITHIN_MS);
    await ended;
    clearTimeout(late);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
