import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Machine } from './suites.ts';

/** PATH with the system's own folders: on Debian `su` leaves out sbin, where sshd, knockd and iptables live. */
export function systemPath(path: string): string {
  if (process.platform === 'win32') return path;
  const folders = path.split(delimiter);
  const extra = ['/usr/local/sbin', '/usr/sbin', '/sbin'].filter((folder) => !folders.includes(folder));
  return [...folders, ...extra].join(delimiter);
}

/**
 * An environment without the person's language: what the suites start is the same on every machine, and as in a bare
 * container, which has none. A test that needs one says which.
 */
export function withoutLocale(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(LANG|LANGUAGE|LC_\w+)$/.test(name)));
}

/** The file that runs when this program is called, or undefined. `path` is a PATH. */
export function findProgram(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file) && (statSync(file).mode & 0o111) !== 0);
}

/** What this machine offers to the suites. */
export function lookAtMachine(path: string): Machine {
  return {
    linux: process.platform === 'linux',
    root: process.getuid?.() === 0,
    x64: process.arch === 'x64',
    browser: findBrowser(path) !== undefined,
    missingPrograms: (programs) => programs.filter((name) => findProgram(name, path) === undefined),
  };
}

const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const browserPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

/** A Chromium or Chrome that is already installed. */
export function findBrowser(path: string): string | undefined {
  const places = browserPlaces[process.platform] ?? [];
  return (
    browserNames.map((name) => findProgram(name, path)).find((file) => file !== undefined) ?? places.find(existsSync)
  );
}
