import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'vite';
import { projectRoot } from '../../../build/runtime/project.ts';
import { asUser } from '../../support/e2e-user.ts';
import { endChild } from '../../support/end-child.ts';
import { treeMemory } from './memory.ts';

/** An app has settled (ms): nothing is loaded any more, and the memory of its start is given back. */
const SETTLED_MS = 6000;
/** A window that is not there after this long (ms) will not come. */
const PATIENCE_MS = 30_000;

const HELLO_MAIN = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1000, height: 700, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile('page/index.html');
});`;
const HELLO_PAGE = `import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(<StrictMode><button>Hello, world</button></StrictMode>);`;

/** Says on standard output when a window shows a button that React has drawn: the same for every app. */
const WATCH = `const { app } = require('electron');
app.on('web-contents-created', (_event, contents) => contents.once('dom-ready', () => contents.executeJavaScript(
  "new Promise((drawn) => { const look = setInterval(() => document.querySelector('#root button') && drawn(clearInterval(look)), 2) })"
).then(() => process.stdout.write('INTERACTIVE\\\\n'))));`;

/** A React page in an Electron window, with a button and nothing else, built as ours is. Answers with its folder. */
export async function buildHello(folder: string): Promise<string> {
  // Beside node_modules, for React to be found.
  const source = join(projectRoot, 'node_modules/.cache/toctoc-hello');
  const hello = join(folder, 'hello-react');
  mkdirSync(source, { recursive: true });
  mkdirSync(hello, { recursive: true });
  const page =
    '<!doctype html><title>Hello</title><div id="root"></div><script type="module" src="./main.tsx"></script>';
  writeFileSync(join(source, 'index.html'), page);
  writeFileSync(join(source, 'main.tsx'), HELLO_PAGE);
  await build({ configFile: false, root: source, base: './', logLevel: 'error', build: { target: 'chrome130' } });
  cpSync(join(source, 'dist'), join(hello, 'page'), { recursive: true });
  writeFileSync(join(hello, 'package.json'), '{"name":"hello","main":"main.js"}');
  writeFileSync(join(hello, 'main.js'), HELLO_MAIN);
  return hello;
}

/** An app of a folder, started as the test's user on a data folder of its own. */
export interface AppStart {
  readonly app: string;
  readonly data: string;
  readonly words?: readonly string[];
}

/** Starts an app, lets it settle, and tells the memory of all its processes (MB). */
export async function settledMemory(start: AppStart): Promise<number> {
  const child = await launch(start, []);
  await sleep(SETTLED_MS);
  const used = treeMemory(child.pid ?? 0);
  await endChild(child);
  return used;
}

/** From the start of the process to a button in its window that can be pressed (ms). */
export async function timeToWindow(start: AppStart): Promise<number> {
  const watch = join(start.data, '..', 'watch.cjs');
  writeFileSync(watch, WATCH);
  const began = performance.now();
  const child = await launch(start, ['-r', watch]);
  const there = new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      if (text.includes('INTERACTIVE')) resolve(performance.now() - began);
    });
    child.once('exit', () => reject(new Error(`${start.app} ended without a window`)));
    setTimeout(() => reject(new Error(`${start.app} showed no window`)), PATIENCE_MS).unref();
  });
  try {
    return await there;
  } finally {
    child.removeAllListeners('exit');
    await endChild(child);
  }
}

async function launch({ app, data, words = [] }: AppStart, before: readonly string[]) {
  // Playwright's fixtures read the environment when they are loaded.
  const { needed, sandboxArgs } = await import('../../e2e/support/app.ts');
  const { e2eUser, giveToUser } = await import('../../e2e/support/user.ts');
  mkdirSync(data, { recursive: true });
  giveToUser(data);
  const args = [...before, app, '--disable-gpu', `--user-data-dir=${data}`, ...sandboxArgs(), ...words];
  const [file, ...rest] = asUser(e2eUser, [needed('TOCTOC_ELECTRON'), ...args]);
  const home = e2eUser === undefined ? {} : { HOME: e2eUser.home };
  return spawn(file, rest, { env: { ...process.env, ...home }, stdio: ['ignore', 'pipe', 'ignore'] });
}
