import { onTestFinished } from 'vitest';
import type { RunnerDeps } from '../../../electron/knock/runner.ts';
import { engine, FastClock } from './engine.ts';
import { FakeKnockd, type FakeOptions } from './fake-knockd.ts';

/** A server, and the engine that knocks on it; both go by one clock. */
export interface Setting {
  readonly server: FakeKnockd;
  readonly deps: RunnerDeps;
  readonly clock: FastClock;
}

/** Starts a server for the test that is running; it is gone when the test is over. */
export async function start(
  differs: Partial<FakeOptions> = {},
  engineDiffers: Partial<RunnerDeps> = {},
): Promise<Setting> {
  const clock = new FastClock();
  const server = await FakeKnockd.start({ clock, ...differs });
  onTestFinished(() => server.close());
  return { server, deps: { ...engine(clock), ...engineDiffers }, clock };
}
