import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANNELS } from '../../shared/ipc.ts';
import { expect, test } from './support/app.ts';

/** Calls that are made; `npm run test:long` makes as many as anybody could wish for. */
const CALLS = process.env['TOCTOC_LONG'] === '1' ? 100_000 : 3_000;
const BATCH = 500;

/** What lies in the data folder, but for what Chromium keeps there. */
function dataFiles(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

test(`${CALLS} random calls on every channel: each is answered, and nothing changes`, async ({ desk }) => {
  test.setTimeout(CALLS > 10_000 ? 20 * 60_000 : 120_000);
  const { app, page } = await desk.start();
  const before = dataFiles(desk.dataFolder);
  const profiles = await page.getByLabel('Profiles', { exact: true }).textContent();
  const answered = { refused: 0, taken: 0, uncloneable: 0 };
  for (let start = 0; start < CALLS; start += BATCH) {
    const part = await page.evaluate(batch, { channels: CHANNELS, seed: start + 1, count: BATCH });
    expect(part.odd, `with the seed ${start + 1}`).toEqual([]);
    answered.refused += part.refused;
    answered.taken += part.taken;
    answered.uncloneable += part.uncloneable;
  }
  expect(answered.refused + answered.taken + answered.uncloneable).toBe(CALLS);
  // Most are junk; were all of them refused for one dull reason, this would prove little.
  expect(answered.refused).toBeGreaterThan(CALLS / 2);
  expect(dataFiles(desk.dataFolder)).toEqual(before);
  expect(await page.getByLabel('Profiles', { exact: true }).textContent()).toBe(profiles);
  await page.getByRole('button', { name: 'Knock', exact: true }).waitFor();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

interface Batch {
  readonly channels: readonly string[];
  readonly seed: number;
  readonly count: number;
}

/** Runs in the page. Arguments are never empty: a channel that takes none would be right to do what it is for. */
async function batch({ channels, seed, count }: Batch) {
  let state = seed;
  /** mulberry32: the same seed, the same calls. */
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const words = [
    '',
    'web',
    'practise',
    '../../etc/passwd',
    '-oProxyCommand=x',
    '__proto__',
    'a\0b',
    '\ud800',
    'x'.repeat(5000),
    '7000 8000',
  ];
  const keys = [
    'id',
    'profileId',
    'profileIds',
    'draft',
    'action',
    'on',
    'name',
    'host',
    'sequence',
    'door',
    'launch',
    'mode',
    'passphrase',
    'text',
    'keys',
    '__proto__',
    'constructor',
    'length',
  ];
  const leaf = (): unknown =>
    one<() => unknown>([
      () => one(words),
      () => one([null, undefined, true, false]),
      () => one([0, -0, -1, 1.5, 65_536, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]),
      () => 10n ** 30n,
      () => new Date(random() * 1e13),
      () => new Map([[one(words), one(words)]]),
      () => new Set([one(words)]),
      () => new Uint8Array(Math.floor(random() * 64)),
      () => /x+/g,
      () => new Error(one(words)),
      () => () => 'a function',
      () => Symbol('x'),
    ])();
  const value = (depth: number): unknown => {
    const kind = random();
    if (depth === 0 || kind < 0.4) return leaf();
    const size = Math.floor(random() * 5);
    if (kind < 0.6) return Array.from({ length: size }, () => value(depth - 1));
    const made: Record<string, unknown> = Object.fromEntries(
      Array.from({ length: size }, () => [one(keys), value(depth - 1)]),
    );
    // A circle.
    if (random() < 0.05) made['draft'] = made;
    return made;
  };
  const { invoke } = Reflect.get(globalThis, 'toctoc');
  const result = { refused: 0, taken: 0, uncloneable: 0, odd: [] as string[] };
  const call = async (channel: string) => {
    const args = Array.from({ length: 1 + Math.floor(random() * 2) }, () => value(3));
    try {
      const answer = await invoke(channel, ...args);
      if (answer?.ok === true) result.taken += 1;
      else if (answer?.ok === false && answer.problems[0].code !== 'internal') result.refused += 1;
      else result.odd.push(`${channel}: ${JSON.stringify(answer)}`);
    } catch (error) {
      // What cannot be copied never leaves the page.
      if (/could not be cloned/.test(String(error))) result.uncloneable += 1;
      else result.odd.push(`${channel}: ${String(error)}`);
    }
  };
  await Promise.all(Array.from({ length: count }, () => call(one(channels))));
  return result;
}
