import { expect, it } from 'vitest';
import { untilDrawn } from '../../../electron/window/until-drawn.ts';

const never = new Promise<void>(() => {});

const now = () => Promise.resolve();
const broken = () => Promise.reject<void>(new Error('ERR_FAILED'));

it.each([
  ['is drawn', now, () => never],
  ['cannot be loaded', () => never, broken],
])('a page that %s is not waited for any longer', async (_what, drawn, loaded) => {
  await expect(untilDrawn(drawn(), loaded(), 600_000)).resolves.toBeUndefined();
});

it('a page that hangs is waited for only so long', async () => {
  await expect(untilDrawn(never, never, 1)).resolves.toBeUndefined();
});

it('a page that is loaded, and not drawn yet, is waited for', async () => {
  const events: string[] = [];
  let draw = () => {};
  const drawn = new Promise<void>((resolve) => {
    draw = resolve;
  });
  const settled = untilDrawn(drawn, now()).then(() => events.push('settled'));
  await new Promise((resolve) => setImmediate(resolve));
  events.push('drawn');
  draw();
  await settled;
  expect(events).toEqual(['drawn', 'settled']);
});
