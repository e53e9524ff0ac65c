import type { AddressTest, HostTest } from '../../shared/model/host-test.ts';
import { knocksOf } from '../../shared/model/sequence.ts';
import { greet, type Seen, watchDoor } from './door.ts';
import { KnockError } from './errors.ts';
import { isMissingNeighbour } from './neighbour.ts';
import type { RunRequest } from './request.ts';
import { type Address, resolveHost } from './resolve.ts';
import type { RunnerDeps } from './runner.ts';
import { sourceAddress } from './source.ts';

/** How long a port has to answer (ms): a slow path and one packet lost. */
const ANSWER_MS = 1200;
/** How long all of it may take, the wait for the server's turn included (ms). */
const WHOLE_MS = 15_000;
/**
 * Ports that hosts often answer at, be it with a RST. One packet to each: more would look like a scan. Those of the
 * person's own sequences are left out, as a packet to them would be a knock; to knockd a port in no door is invisible.
 */
const USUAL_PORTS = [443, 80, 22];

/** What a test needs of the engine. */
export type HostTestDeps = Pick<RunnerDeps, 'clock' | 'lookup' | 'gate' | 'sourceTowards'>;

/**
 * Finds out what can be known of a host without knocking: its addresses, the route, what the door's port says, and, where
 * that is silent, whether anything else answers. Takes the server's turn, so that it never runs beside a run. Never
 * rejects.
 */
export async function testHost(request: RunRequest, deps: HostTestDeps, signal: AbortSignal): Promise<HostTest> {
  const limit = AbortSignal.timeout(WHOLE_MS);
  const either = AbortSignal.any([signal, limit]);
  let queued = false;
  try {
    const targets = await resolveHost(request.host, request.family, deps.lookup, either);
    queued = true;
    const names = targets.map(({ address }) => address);
    const leave = await deps.gate.enter(names, either, () => {});
    queued = false;
    try {
      const [first, ...rest] = targets;
      const tests: [AddressTest, ...AddressTest[]] = [await testAddress(first, request, deps, either)];
      for (const target of rest) tests.push(await testAddress(target, request, deps, either));
      return { result: 'tested', addresses: tests };
    } finally {
      leave();
    }
  } catch (error) {
    if (signal.aborted) return { result: 'cancelled' };
    if (limit.aborted && queued) return { result: 'busy' };
    if (error instanceof KnockError) return { result: 'failed', problem: error.problem };
    // Only the look-up can take this long: everything else has its own end.
    if (limit.aborted)
      return { result: 'failed', problem: { code: 'name-lookup-failed', params: { host: request.host } } };
    return { result: 'failed', problem: { code: 'internal', params: { reason: String(error) } } };
  }
}

async function testAddress(
  target: Address,
  request: RunRequest,
  deps: HostTestDeps,
  signal: AbortSignal,
): Promise<AddressTest> {
  const { door, source } = request;
  const localAddress = sourceAddress(source, target.family);
  const from = await deps.sourceTowards(target, localAddress);
  const unknown = { ...target, from, rttMs: null, banner: null, othersAnswered: null, nobody: false };
  if (from === null) return { ...unknown, door: null };
  const ask = (port: number, packets: 'one' | 'several') => askPort(port, packets, target, localAddress, deps, signal);

  const seen = knocked(request).has(door.port) ? SILENT : await ask(door.port, 'several');
  if (seen.door === 'open') {
    const { banner } = await greet(seen.socket, door.ssh, signal);
    return { ...unknown, door: 'open', rttMs: seen.rttMs, banner };
  }
  if (seen.door === 'refused') return { ...unknown, door: 'refused', rttMs: seen.rttMs };

  const others = USUAL_PORTS.filter((port) => port !== door.port && !knocked(request).has(port));
  const answers = await Promise.all(others.map((port) => ask(port, 'one')));
  for (const answer of answers) if (answer.door === 'open') answer.socket.destroy();
  const answer = answers.find((one) => one.door !== 'silent');
  return {
    ...unknown,
    door: 'silent',
    rttMs: answer?.rttMs ?? null,
    othersAnswered: answer !== undefined,
    nobody: answer === undefined && (await isMissingNeighbour(target)),
  };
}

const SILENT: Seen = { door: 'silent', rttMs: null };

function askPort(
  port: number,
  packets: 'one' | 'several',
  target: Address,
  localAddress: string | undefined,
  { clock }: HostTestDeps,
  signal: AbortSignal,
): Promise<Seen> {
  const from = clock.now();
  // The time between two packets is half a round trip: on a path of twice the limit, the second would come too late.
  const rttMs = packets === 'one' ? 2 * ANSWER_MS : null;
  return watchDoor({ target, port, localAddress, from, until: from + ANSWER_MS, rttMs, look: true, clock, signal });
}

/** Every port that is a knock: those of both sequences, and of a one-time list. */
function knocked({ steps, otherSteps, oneTime }: RunRequest): ReadonlySet<number> {
  const sequences = [steps, otherSteps, ...(oneTime?.sequences ?? [])];
  return new Set(sequences.flatMap((sequence) => knocksOf(sequence).map(({ port }) => port)));
}
