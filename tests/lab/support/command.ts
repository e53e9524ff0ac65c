import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { endChild } from '../../support/end-child.ts';

const execute = promisify(execFile);

/** Runs a program to its end and answers with its standard output; throws with its standard error when it fails. */
export async function run(file: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execute(file, args, { maxBuffer: 64 << 20 });
  return stdout;
}

/** A program that goes on in the background, its output in a file. */
export interface Background {
  readonly log: () => string;
  /** Ends it, politely first; resolves when it is gone. */
  readonly stop: () => Promise<void>;
}

/** Starts a program and resolves when `ready` appears in its output; throws with that output when it does not. */
export async function start(
  logFile: string,
  ready: string,
  file: string,
  ...args: readonly string[]
): Promise<Background> {
  const fd = openSync(logFile, 'w');
  const child = spawn(file, args, { stdio: ['ignore', fd, fd] });
  closeSync(fd);
  const log = () => readFileSync(logFile, 'utf8');
  for (let i = 0; i < 1200; i++) {
    if (log().includes(ready)) return { log, stop: () => endChild(child) };
    if (child.exitCode !== null) break;
    await sleep(50);
  }
  await endChild(child);
  throw new Error(`${file} did not start:\n${log()}`);
}
