import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { STOCK } from '../lab/support/doors.ts';
import { Lab, SERVER } from '../lab/support/lab.ts';
import { Desk, expect, test } from './support/app.ts';
import { Command } from './support/command.ts';
import { createProfile } from './support/editor.ts';
import { UpdateServer } from './support/update-server.ts';
import { updatingCopy } from './support/updating-copy.ts';

test.skip(process.env['TOCTOC_LAB'] === undefined, 'needs root on Linux, for the lab');

/** How long the app is left alone: what Chromium does in the background, it begins within seconds (ms). */
const IDLE_MS = 8_000;
/** How long a name that could be looked up would take to be asked for, many times over (ms). */
const HINT_MS = 1_500;

/** Where a line of `tcpdump -n -q` goes to: `10.77.0.2.7000`. */
const DESTINATION = / > ([\da-f.:]+): /;

const KNOCKED = [7000, 8000, 9000, 22].map((port) => `${SERVER.clean4}.${port}`);

const destinations = (seen: string) => [
  ...new Set(seen.split('\n').flatMap((line) => DESTINATION.exec(line)?.[1] ?? [])),
];

/** Where else than to the server that was knocked. The loopback carries what drives this test; names and web pages would be asked for there too. */
function strangers(seen: string, updates: string): readonly string[] {
  const driving = (to: string) => to !== updates && /^(127\.|::1\.)/.test(to) && !/\.(53|80|443|5353)$/.test(to);
  return destinations(seen).filter((to) => !KNOCKED.includes(to) && !driving(to));
}

/** Hints of a page to Chromium: names below this domain are wanted soon. */
const hint = (page: Page, domain: string) =>
  page.evaluate((name) => {
    for (const rel of ['dns-prefetch', 'preconnect']) {
      document.head.append(Object.assign(document.createElement('link'), { rel, href: `https://${rel}.${name}/x` }));
    }
  }, domain);

const updatesPhase = (page: Page): Promise<string> =>
  page.evaluate(
    async () => (await Reflect.get(globalThis, 'toctoc').invoke('app:snapshot')).value.updates.status.phase,
  );

test('nothing leaves but the knocks and the checks; and the question for an update, once somebody allows it', async ({
  desk,
}) => {
  const lab = Lab.current();
  await lab.firewall('drop');
  await lab.knockd(STOCK);
  // A copy that could ask, and has not been allowed to.
  const server = await UpdateServer.start();
  const updates = `127.0.0.1.${new URL(server.url).port}`;
  const session = updatingCopy(desk.folder, join(desk.folder, 'Toctoc.AppImage'), server.url);
  const person = new Desk();
  const command = new Command(person);
  // A way out, so that whoever wants to go anywhere is seen trying.
  await lab.client('ip', 'route', 'replace', 'default', 'via', SERVER.clean4);
  // On the loopback libpcap knows incoming packets only.
  const filter = '(outbound or net 127.0.0.0/8 or host ::1) and (ip or ip6) and not icmp6';
  const words = ['-n', '-q', '-l', '--immediate-mode', '-i', 'any', filter];
  const tcpdump = spawn('tcpdump', words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let seen = '';
  let before = '';
  tcpdump.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.toString();
  });
  await once(tcpdump.stderr, 'data');
  try {
    const { page } = await desk.start({ session });
    await createProfile(page, { Name: 'Lab', Host: SERVER.clean4, Sequence: '7000 8000 9000' });
    await page.getByRole('button', { name: 'Knock', exact: true }).click();
    // The question for updates, which comes with it, is a status too.
    await expect(page.getByRole('status').filter({ hasText: 'The door is open' }).first()).toBeVisible();
    // The same as a person starts it, without the switches by which Playwright keeps Chromium quiet.
    expect(await command.toctoc(['list'])).toMatchObject({ status: 0 });
    expect((await person.startSecond()).exitCode).toBe(0);
    await expect.poll(() => command.windows().length).toBe(1);
    // What a policy for content does not cover: hints, by which a page could tell somebody else a name.
    await hint(page, 'example.org');
    await sleep(IDLE_MS);
    before = seen;
    expect(server.asked).toEqual([]);
    await page.getByRole('button', { name: 'Look for updates' }).click();
    // Now it asks, and is caught at it: the silence before was not the capture's.
    await expect.poll(() => server.asked.length).toBe(1);
    await expect.poll(() => destinations(seen)).toContain(updates);
    // For that names may be looked up; once it has its answer, a page can tell them to nobody again.
    await expect.poll(() => updatesPhase(page)).not.toBe('checking');
    await hint(page, 'example.net');
    await sleep(HINT_MS);
  } finally {
    await lab.client('ip', 'route', 'del', 'default');
    await command.endApp();
    await person.remove();
    tcpdump.kill();
    await once(tcpdump, 'close');
    await server.close();
    await lab.stopKnockd();
  }
  expect(destinations(before)).toEqual(expect.arrayContaining(KNOCKED));
  expect(strangers(before, updates)).toEqual([]);
  expect(strangers(seen, updates)).toEqual([updates]);
});
