import { systemClock } from '../../../electron/knock/clock.ts';
import { planSequence } from '../../../electron/knock/plan.ts';
import { Room } from '../../../electron/knock/room.ts';
import { HELD_SOCKETS, sendVolley } from '../../../electron/knock/volley.ts';
import { sequence } from '../../lab/support/knocking.ts';
import { SERVER } from '../../lab/support/lab.ts';

/** Sends `steps` to the server on the clean path, in this process; answers with the duration (ms). */
export async function volley(steps: string, gapMs: number): Promise<number> {
  const packets = planSequence(sequence(steps), gapMs);
  const started = performance.now();
  await sendVolley(packets, {
    target: { address: SERVER.clean4, family: 4 },
    localAddress: undefined,
    source: '',
    holdMs: 50,
    mode: 'syn',
    clock: systemClock,
    signal: new AbortController().signal,
    sockets: new Room(HELD_SOCKETS),
    onSent: () => {},
  });
  return performance.now() - started;
}
