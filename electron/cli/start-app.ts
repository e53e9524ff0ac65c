import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { type AppProgram, findApp } from './find-app.ts';

/** An app that was started. */
export interface StartedApp {
  /** Why it ended, once it has ended badly. One that ended well has handed over to the one that runs already. */
  readonly failure: () => string | null;
  /** Ends it: it did not come up. */
  readonly stop: () => void;
}

/** The app of this command, `null` when there is none. */
export function findAppHere(): Promise<AppProgram | null> {
  return findApp({
    platform: process.platform,
    env: process.env,
    packaged: process.versions['electron'] !== undefined,
    execPath: process.execPath,
    folder: import.meta.dirname,
    ask: lineOf,
  });
}

/** Whether windows can be shown at all: elsewhere than on Linux always. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/**
 * Starts the app hidden, in a session of its own: it outlives this command and its terminal.
 *
 * @param extra further arguments, such as the data folder
 */
export function startHidden({ file, args }: AppProgram, extra: readonly string[]): StartedApp {
  const words = [...args, ...extra, '--hidden', '--quit-when-idle'];
  // Chromium refuses to sandbox root's processes. Hidden, it has no page to sandbox.
  if (process.getuid?.() === 0) words.push('--no-sandbox');
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const log = openLog();
  const home = homedir();
  let failure: string | null = null;
  const child = spawn(file, words, {
    // A service's account may have none: then the system would say that the program is not there.
    cwd: existsSync(home) ? home : parse(process.execPath).root,
    env,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log?.fd ?? 'ignore', log?.fd ?? 'ignore'],
  });
  if (log !== null) closeSync(log.fd);
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (status, signal) => {
    if (status !== 0) failure = `${signal ?? status}${log === null ? '' : lastWords(log.file)}`;
  });
  child.unref();
  return { failure: () => failure, stop: () => child.kill() };
}

/**
 * A temporary file for what the app says while it starts; `null` where there can be none (a full disk), which is no
 * reason not to start it. It has served once this command ends: the app goes on writing to what is no longer there.
 */
function openLog(): { readonly file: string; readonly fd: number } | null {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'toctoc-start-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'log');
    return { file, fd: openSync(file, 'w', 0o600) };
  } catch {
    return null;
  }
}

/** The last line that says something: Chromium's own complaints, without time and place in its source. */
function lastWords(log: string): string {
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  const last = lines.findLast((line) => /ERROR|FATAL|error|cannot/i.test(line)) ?? lines.at(-1) ?? '';
  return last === '' ? '' : `: ${last.replace(/^\[[^\]]*\]\s*/, '').slice(0, 300)}`;
}

/** A script that takes longer (ms) is fetching something: its news is then shown as it comes. */
const QUIET_MS = 1500;

/** What one of the project's scripts prints; what it says besides is shown when it takes its time, or fails. */
function lineOf(script: string): Promise<string> {
  const own = join(dirname(script), '../../node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  // The scripts are TypeScript, which this Node may be too old for; the package brings one that is not.
  const child = spawn(existsSync(own) ? own : process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let line = '';
  let news = '';
  child.stdout.on('data', (chunk: Buffer) => {
    line += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    news += chunk.toString();
  });
  const tell = () => {
    process.stderr.write(news);
    news = '';
  };
  const timer = setTimeout(() => {
    tell();
    child.stderr.on('data', tell);
  }, QUIET_MS);
  return new Promise((resolve) => {
    child.once('error', () => resolve(''));
    child.once('close', (status) => {
      clearTimeout(timer);
      if (status !== 0) tell();
      resolve(status === 0 ? line : '');
    });
  });
}
