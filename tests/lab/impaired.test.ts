import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACCEPT, door, OPTIONS, REMOVE } from './support/doors.ts';
import { freshEngine, open, sequence, stockRequest } from './support/knocking.ts';
import { Lab, SERVER } from './support/lab.ts';

const lab = Lab.current();

/** A train: 50 ms away, packets overtake each other (jitter 20 ms), and some are lost. Percent, knocks, runs. */
const paths = [
  [0, 3, 10],
  [1, 3, 10],
  [1, 10, 8],
  [5, 3, 10],
] as const;

const ports = (count: number) => Array.from({ length: count }, (_, at) => 7000 + 100 * at);

beforeAll(async () => {
  await lab.firewall('drop');
});
afterAll(async () => {
  await lab.stopKnockd();
  await lab.path(0, 0, 0);
});

it.each(paths)('loss of %i in 100, %i knocks: the door opens in each of %i runs', async (loss, count, runs) => {
  const there = ports(count);
  const back = there.toReversed();
  const config =
    OPTIONS +
    door('open', { sequence: there.join(), seq_timeout: '5', tcpflags: 'syn', ...ACCEPT }) +
    door('close', { sequence: back.join(), seq_timeout: '5', tcpflags: 'syn', ...REMOVE });
  await lab.knockd(config, 'rough');
  await lab.path(50, 20, loss);
  const request = stockRequest({
    host: SERVER.rough4,
    steps: sequence(there.join(' ')),
    otherSteps: sequence(back.join(' ')),
  });
  const outcomes: string[] = [];
  for (let run = 1; run <= runs; run++) {
    // Each run is another client, whose door was never opened; one after the other, because one client finishing can
    // drop another one's progress in knockd.
    const source = `10.99.${count + loss}.${run}`;
    const { outcome } = await open({ ...request, source }, freshEngine());
    outcomes.push(outcome.result);
  }
  expect(outcomes).toEqual(Array.from({ length: runs }, () => 'open'));
});
