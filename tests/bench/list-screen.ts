import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { aProfile, steps } from '../fakes/profiles.ts';
import { withDesk } from './support/own-window.ts';
import { type Row, series } from './support/table.ts';

declare global {
  interface Window {
    /** From the start of the page to the frame that shows the first servers of the list (ms). */
    benchListed: Promise<number>;
    /** From each key to its frame (ms). */
    benchKeys: number[];
  }
}

const COUNT = 10_000;
const STARTS = 10;
const WORDS = 6;
const SAVES = 40;
const PAUSE_MS = 60;

/** The app's own window with 10,000 sealed profiles: its list, a key in its search, a save until it is answered. */
export function listScreen(): Promise<readonly Row[]> {
  return withDesk(async (desk, giveToUser) => {
    const few = await desk.start();
    const withOne = await listed(few.page);
    await few.quit();
    // As the first version kept them: readable, and sealed by the first save.
    writeFileSync(desk.dataFile, JSON.stringify({ version: 1, profiles: Array.from({ length: COUNT }, numbered) }));
    giveToUser(desk.dataFile);
    const { page } = await desk.start();
    await save(page, 0);
    const saves: number[] = [];
    for (let round = 0; round <= SAVES; round++) {
      await page.waitForTimeout(PAUSE_MS);
      const ms = await save(page, (round * 251) % COUNT);
      if (round > 0) saves.push(ms);
    }
    return [
      {
        ...row('10,000 profiles: from the page’s start to its list, painted', await listed(page), 0, '≤ 100 ms more'),
        peer: `the same with one profile: ${series(withOne, 'ms', 0)}`,
      },
      row('10,000 profiles: from a key in the search to its frame', await keys(page), 1, '≤ 16 ms'),
      row('10,000 profiles: save of one, asked by the window, on disk and answered', saves, 1, '≤ 50 ms'),
    ];
  });
}

/** The page anew, as after a crash of it: main has the profiles, as it has when the first window comes. */
async function listed(page: Page): Promise<readonly number[]> {
  await page.addInitScript(watchList);
  const taken: number[] = [];
  for (let start = 0; start <= STARTS; start++) {
    await page.reload();
    const ms = await page.evaluate(() => window.benchListed);
    if (start > 0) taken.push(ms);
  }
  return taken;
}

async function keys(page: Page): Promise<readonly number[]> {
  const search = page.getByLabel('Search', { exact: true });
  await search.focus();
  await page.evaluate(watchKeys);
  for (let word = 0; word <= WORDS; word++) {
    // The first word only warms up what later ones run.
    if (word === 1) await page.evaluate(() => window.benchKeys.splice(0));
    await search.pressSequentially('server 77', { delay: PAUSE_MS });
    await search.fill('');
  }
  return page.evaluate(() => window.benchKeys);
}

/** Asks as the editor does, and gives the time until main's answer (ms). */
function save(page: Page, at: number): Promise<number> {
  const { id, doorSeenAt: _seen, ...draft } = { ...numbered(null, at), name: `Changed ${at}` };
  return page.evaluate(
    async (request) => {
      const began = performance.now();
      const saved = await Reflect.get(globalThis, 'toctoc').invoke('profiles:save', request);
      if (saved.ok !== true) throw new Error(JSON.stringify(saved));
      return performance.now() - began;
    },
    { id, draft },
  );
}

function numbered(_: unknown, at: number) {
  const sequence = [...steps(`${7000 + (at % 1000)} ${8000 + (at % 900)}:udp="open sesame" ${9000 + (at % 800)}`)];
  const tags = [`rack ${at % 40}`, at % 3 === 0 ? 'production' : 'lab'];
  return aProfile({ id: `server-${at}`, name: `Server ${at}`, host: `server-${at}.example.org`, sequence, tags });
}

/** In the page, before anything of it: a message comes back from behind the frame that has the servers. */
function watchList(): void {
  window.benchListed = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[role=option]') === null) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** In the page: notes for every key how long it took until a message came back from behind its frame. */
function watchKeys(): void {
  window.benchKeys = [];
  document.addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.benchKeys.push(performance.now() - timeStamp);
        port2.postMessage(null);
      }),
    { capture: true },
  );
}

function row(what: string, values: readonly number[], digits: number, target: string): Row {
  return { what, ours: series(values, 'ms', digits), peer: '', ratio: '', target };
}
