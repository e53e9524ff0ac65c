import { MAX_HOLD_MS } from '../../shared/model/defaults.ts';
import { FULL_CONNECT_MS, isTooSlow, type KnockingTime, knockingTime } from '../../shared/model/knocking-time.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Language } from '../../shared/text/en.ts';
import { fill } from '../../shared/text/sentence.ts';
import { type RunRequest, SSH_PORT } from '../knock/request.ts';
import { parseKnocks, parseNumber } from './arguments.ts';
import type { Lines } from './reporter.ts';

/** The options of a command that knocks, as words: not yet numbers. */
export interface KnockOptions {
  readonly udp?: boolean;
  readonly delay: string;
  readonly ipv4?: boolean;
  readonly ipv6?: boolean;
  readonly verbose?: boolean;
  readonly wait?: string;
  readonly timeout: string;
  readonly retries?: string;
  readonly seqTimeout?: string;
  readonly server: string;
  readonly hold: string;
  readonly source: string;
  readonly mode: string;
  readonly json?: boolean;
}

/** knock(1) knows no longest delay (ms); a profile's gaps end far below this. */
const MAX_DELAY_MS = 600_000;

/** Looking begins 25 ms after the last knock: with less time (ms) than this no door would ever be seen open. */
const MIN_WATCH_MS = 100;

/** Whether the knocking may outlast the server's memory; `null`: it does not. */
export function slowness({ steps, gapMs, seqTimeoutS, mode }: RunRequest): KnockingTime | null {
  const time = knockingTime(steps, gapMs, seqTimeoutS, mode);
  return time !== null && isTooSlow(time) ? time : null;
}

/** Says in one line on standard error that the server may have forgotten the first knock when the last one comes. */
export function warnOfSlowness(request: RunRequest, lines: Pick<Lines, 'error'>, text: Language): void {
  const slow = slowness(request);
  if (slow === null) return;
  const { slow: known, slowUnknown } = text.ui.editor;
  const times = { total: `${slow.totalMs / 1000} s`, limit: `${slow.limitMs / 1000} s` };
  lines.error(`toctoc: ${fill(slow.known ? known : slowUnknown, times)}`);
}

/** The run that a command line asks for, or what is wrong with it. */
export function knockRequest(
  host: Result<string>,
  ports: readonly string[],
  options: KnockOptions,
): Result<RunRequest> {
  if (!host.ok) return host;
  const steps = parseKnocks(ports, options.udp ?? false);
  if (!steps.ok) return steps;
  const gap = parseNumber(options.delay, '--delay', 0, MAX_DELAY_MS);
  if (!gap.ok) return gap;
  const hold = parseNumber(options.hold, '--hold', 1, MAX_HOLD_MS);
  if (!hold.ok) return hold;
  const watch = parseNumber(options.timeout, '--timeout', MIN_WATCH_MS, 600_000);
  if (!watch.ok) return watch;
  const retries = options.retries === undefined ? ok(null) : parseNumber(options.retries, '--retries', 0, 1000);
  if (!retries.ok) return retries;
  const timeout =
    options.seqTimeout === undefined ? ok(null) : parseNumber(options.seqTimeout, '--seq-timeout', 1, 3600);
  if (!timeout.ok) return timeout;
  const door = options.wait === undefined ? ok(null) : parseNumber(options.wait, '--wait', 1, 65_535);
  if (!door.ok) return door;
  // `full` is what a profile calls it.
  const mode = options.mode === 'syn' ? 'syn' : 'full';
  return ok({
    host: host.value,
    family: options.ipv6 ? 'ipv6' : options.ipv4 ? 'ipv4' : 'automatic',
    steps: steps.value,
    otherSteps: [],
    gapMs: gap.value,
    holdMs: hold.value,
    mode,
    source: options.source,
    serverKind: options.server === 'knockd' ? 'knockd' : 'other',
    seqTimeoutS: timeout.value,
    door: {
      port: door.value ?? SSH_PORT,
      check: door.value !== null,
      look: true,
      // An ssh server that is left before it has spoken counts that against this address.
      ssh: door.value === SSH_PORT,
      watchMs: watch.value,
      // A script says which port it waits for because it knows it: the full number of attempts.
      everOpened: true,
    },
    // Nobody waits for the last handshake, and the process's end would end it.
    settleMs: mode === 'full' ? FULL_CONNECT_MS : 0,
    retries: retries.value,
  });
}
