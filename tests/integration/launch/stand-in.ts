import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a stand-in saw when it was started. `session` is its session's id, its own pid where it was detached. */
export interface Seen {
  readonly name: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly pid: number;
  readonly session: number;
}

/** Writes one JSON line, then does what its first argument says: an exit status, a signal, or ms to live. */
const RECORDER = `
const { appendFileSync, readFileSync } = require('node:fs');
const [file, name, then, ...argv] = process.argv.slice(2);
const session = Number(readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')[3]);
appendFileSync(file, JSON.stringify({ name, argv, env: process.env, pid: process.pid, session }) + '\\n');
const [verb, value] = then.split('=');
if (verb === 'exit') process.exit(Number(value));
if (verb === 'signal') process.kill(process.pid, value);
setTimeout(() => {}, Number(value));
`;

/** A folder of stand-ins for programs: real executables, really started, which record what they were given. */
export class StandIns {
  readonly root = mkdtempSync(join(tmpdir(), 'toctoc launch ü '));
  /** To be the whole `PATH`, so that nothing installed here is found by accident. */
  readonly bin = join(this.root, 'bin');
  readonly #log = join(this.root, 'seen.jsonl');
  readonly #recorder = join(this.root, 'recorder.cjs');

  constructor() {
    mkdirSync(this.bin);
    writeFileSync(this.#recorder, RECORDER);
  }

  /** @param then `exit=N`, `signal=NAME` or `live=MS` */
  add(name: string, then = 'exit=0'): void {
    const words = [process.execPath, this.#recorder, this.#log, name, then].map((word) => `'${word}'`);
    this.addScript(name, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`);
  }

  addScript(name: string, text: string, mode = 0o755): void {
    writeFileSync(join(this.bin, name), text);
    chmodSync(join(this.bin, name), mode);
  }

  /** Waits for the first stand-in of that name to be started. */
  async seen(name: string): Promise<Seen> {
    for (let waited = 0; waited < 60_000; waited += 25) {
      const line = this.all().find((one) => one.name === name);
      if (line !== undefined) return line;
      await sleep(25);
    }
    throw new Error(`${name} was not started`);
  }

  all(): readonly Seen[] {
    if (!existsSync(this.#log)) return [];
    const lines = readFileSync(this.#log, 'utf8').split('\n').slice(0, -1);
    return lines.map((line): Seen => JSON.parse(line));
  }

  remove(): void {
    // A program that is just ending may still write there.
    rmSync(this.root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
