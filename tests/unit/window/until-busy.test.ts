import { expect, it } from 'vitest';
import { untilBusy } from '../../../electron/window/until-busy.ts';

const never = new Promise<void>(() => {});

const now = () => Promise.resolve();
const broken = () => Promise.reject<void>(new Error('ERR_FAILED'));

it.each([
  ['has its document', now, () => never],
  ['is loaded', () => never, now],
  ['cannot be loaded', () => never, broken],
])('a page that %s is not waited for any longer', async (_what, given, loaded) => {
  await expect(untilBusy(given(), loaded(), 600_000)).resolves.toBeUndefined();
});

it('a page that hangs is waited for only so long', async () => {
  await expect(untilBusy(never, never, 1)).resolves.toBeUndefined();
});

it('a page that is about to get its document is waited for', async () => {
  const events: string[] = [];
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  const busy = untilBusy(given, never).then(() => events.push('busy'));
  await new Promise((resolve) => setImmediate(resolve));
  events.push('given');
  give();
  await busy;
  expect(events).toEqual(['given', 'busy']);
});
