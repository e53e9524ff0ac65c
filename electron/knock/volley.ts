import type { Clock } from './clock.ts';
import { KnockError, sendProblem } from './errors.ts';
import type { Packet } from './plan.ts';
import type { Address } from './resolve.ts';
import type { Room } from './room.ts';
import { knockTcp } from './tcp.ts';
import { UdpSender } from './udp.ts';

export interface VolleyOptions {
  readonly target: Address;
  readonly localAddress: string | undefined;
  /** As the profile names it, for messages. */
  readonly source: string;
  readonly holdMs: number;
  readonly mode: 'syn' | 'full';
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** For the TCP sockets that all runs hold at once. */
  readonly sockets: Room;
  /** Told after each packet has left: its index in `packets`, and when (on the clock). */
  readonly onSent: (index: number, at: number) => void;
}

/**
 * How many knock sockets all runs together hold at once. A knock lives for 50 ms by default, so this lets through ten
 * thousand knocks a second, and a list of a thousand servers needs neither three thousand descriptors nor their memory.
 */
export const HELD_SOCKETS = 512;

/** Longest time (ms) that a packet is prepared ahead of its moment: making a socket takes 0.15 ms on an idle machine. */
const MAX_LEAD_MS = 0.3;

/**
 * Sends packets in order, each exactly once, and resolves with the moment the last one left.
 *
 * A gap is counted from the moment the previous packet really left. Deadlines counted from the start would make the gap
 * after a late packet short, and a short gap is how packets overtake each other on the way. A wait ends earlier by the
 * least that a packet of this kind has taken to leave so far, so that it leaves on time.
 *
 * Where other runs hold too many sockets, the whole volley waits before its first packet, never in between.
 *
 * @throws {KnockError} when a packet could not be sent; the signal's reason when aborted
 */
export async function sendVolley(packets: readonly Packet[], options: VolleyOptions): Promise<number> {
  const { target, localAddress, source, holdMs, mode, clock, signal, sockets, onSent } = options;
  let udp: UdpSender | undefined;
  let unmade = packets.filter(({ protocol }) => protocol === 'tcp').length;
  await sockets.take(unmade, signal);
  const onGone = () => sockets.give(1);
  let leftAt = clock.now();
  const leads = { tcp: MAX_LEAD_MS, udp: 0 };
  try {
    if (unmade < packets.length) udp = await UdpSender.open(target, localAddress, clock);
    for (const [index, packet] of packets.entries()) {
      signal.throwIfAborted();
      const turn = clock.now();
      let settled: Promise<void> | undefined;
      if (packet.protocol === 'udp' && udp !== undefined) leftAt = await udp.send(packet.port, packet.payload);
      else {
        unmade -= 1;
        const sent = await knockTcp({ target, port: packet.port, localAddress, holdMs, mode, clock, signal, onGone });
        leftAt = sent.at;
        settled = mode === 'full' ? sent.settled : undefined;
      }
      leads[packet.protocol] = Math.min(leads[packet.protocol], leftAt - turn);
      onSent(index, leftAt);
      const next = packets[index + 1];
      if (next === undefined) break;
      await settled;
      if (packet.gapAfterMs > 0) await clock.sleepUntil(leftAt + packet.gapAfterMs - leads[next.protocol], signal);
    }
    return leftAt;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw new KnockError(sendProblem(error, target.address, source), error);
  } finally {
    udp?.close();
    sockets.give(unmade);
  }
}
