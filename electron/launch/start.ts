import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { lstat, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nothingInherited } from './descriptors.ts';
import type { Environment } from './environment.ts';

/** As much of a child process as is needed to see whether it lives. */
export interface StartedProcess {
  once(event: 'spawn', listener: () => void): unknown;
  once(event: 'error', listener: (error: Error) => void): unknown;
  once(event: 'exit', listener: (status: number | null, signal: string | null) => void): unknown;
  /** Lets this process end while the other one runs. */
  unref(): void;
}

/** Starts a program detached, without a shell and without our standard input and output. */
export type Start = (file: string, argv: readonly string[], environment: Environment) => StartedProcess;

/** Starts a program that outlives the app, without a shell and without any of our files or sockets. */
export const startDetached: Start = (file, argv, environment) => {
  const { stdio, release } = nothingInherited();
  try {
    return spawn(file, argv, { detached: true, stdio, shell: false, env: { ...environment } });
  } finally {
    release();
  }
};

/** Whether something that is no folder is there. By `lstat`: on Windows' Store aliases `stat` gives EACCES. */
export async function isFileThere(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => !found.isDirectory(),
    () => false,
  );
}

/** The same, for what may be a folder, as apps are on macOS. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** A look that takes longer (ms) counts as without result: nobody waits for a launch that long. */
const LOOK_MS = 5000;

/** Runs one of the system's own tools to its end; `status` is `null` when it could not be started or took too long. */
function runTool(file: string, argv: readonly string[], output: 'read' | 'drop') {
  return new Promise<{ readonly status: number | null; readonly text: string }>((resolve) => {
    const stdout = output === 'read' ? 'pipe' : 'ignore';
    const child = spawn(file, argv, { stdio: ['ignore', stdout, 'ignore'], windowsHide: true, timeout: LOOK_MS });
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    child.once('error', () => resolve({ status: null, text }));
    child.once('close', (status) => resolve({ status, text }));
  });
}

/** What a tool prints; `null` when it fails. */
export async function readTool(file: string, argv: readonly string[]): Promise<string | null> {
  const { status, text } = await runTool(file, argv, 'read');
  return status === 0 ? text : null;
}

/**
 * A registry key and all below it, by Windows' own `reg.exe`, through a private file: see {@link parseRegistry}.
 *
 * @param root Windows' folder
 * @returns `null` where there is no such key
 */
export async function exportRegistryKey(root: string, key: string): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'toctoc-registry-'));
  try {
    const file = join(folder, 'key.reg');
    const { status } = await runTool(join(root, 'System32', 'reg.exe'), ['export', key, file, '/y'], 'drop');
    return status === 0 ? await readFile(file, 'utf16le') : null;
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes a script that only this person can read and run, in a folder of its own; answers with its path. */
export function writeScript(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'toctoc-')), 'session.command');
  writeFileSync(file, text, { mode: 0o700, flag: 'wx' });
  return file;
}
