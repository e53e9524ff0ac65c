import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { STOCK } from '../lab/support/doors.ts';
import { Lab, SERVER } from '../lab/support/lab.ts';
import { expect, test } from './support/app.ts';
import { createProfile } from './support/editor.ts';

test.skip(process.env['TOCTOC_LAB'] === undefined, 'needs root on Linux, for the lab');

/** How long the app is left alone: what Chromium does in the background, it begins within seconds (ms). */
const IDLE_MS = 8_000;

/** Where a line of `tcpdump -n -q` goes to: `10.77.0.2.7000`. */
const DESTINATION = / > ([\da-f.:]+): /;

test('nothing leaves but the knocks and the checks', async ({ desk }) => {
  const lab = Lab.current();
  await lab.firewall('drop');
  await lab.knockd(STOCK);
  // A way out, so that whoever wants to go anywhere is seen trying.
  await lab.client('ip', 'route', 'replace', 'default', 'via', SERVER.clean4);
  const words = ['-n', '-q', '-l', '--immediate-mode', '-i', 'any', 'outbound and (ip or ip6) and not icmp6'];
  const tcpdump = spawn('tcpdump', words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let seen = '';
  tcpdump.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.toString();
  });
  await once(tcpdump.stderr, 'data');
  try {
    const { page } = await desk.start();
    await createProfile(page, { Name: 'Lab', Host: SERVER.clean4, Sequence: '7000 8000 9000' });
    await page.getByRole('button', { name: 'Knock', exact: true }).click();
    await expect(page.getByRole('status').first()).toContainText('The door is open');
    await sleep(IDLE_MS);
  } finally {
    await lab.client('ip', 'route', 'del', 'default');
    tcpdump.kill();
    await once(tcpdump, 'close');
    await lab.stopKnockd();
  }
  const destinations = new Set(seen.split('\n').flatMap((line) => DESTINATION.exec(line)?.[1] ?? []));
  const server = [7000, 8000, 9000, 22].map((port) => `${SERVER.clean4}.${port}`);
  expect([...destinations]).toEqual(expect.arrayContaining(server));
  // The loopback carries what drives this test; names and web pages would be asked for there too.
  const loopback = (to: string) => /^(127\.|::1\.)/.test(to) && !/\.(53|80|443|5353)$/.test(to);
  expect([...destinations].filter((to) => !server.includes(to) && !loopback(to))).toEqual([]);
});
