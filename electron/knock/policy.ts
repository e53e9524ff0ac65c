import type { Profile } from '../../shared/model/profile.ts';
import type { Growth } from './plan.ts';

/** A knockd that can be flushed: this many quick attempts, and one more after its memory has run out. */
const FLUSH_ATTEMPTS = 8;
/** Where every retry has to outwait the server's memory. */
const WAIT_ATTEMPTS = 3;
/** A door that was never seen open: each attempt may have run the server's command, and perhaps its port is wrong. */
const UNSEEN_ATTEMPTS = 3;
/** Closing: a door that was opened twice needs to be closed twice. */
export const CLOSE_ATTEMPTS = 5;

/** The first look at a door that should have closed comes this long after the last packet (ms). */
export const CLOSING_DELAY_MS = 100;

/** First wait for the door after the last knock (ms); what `-t` sets on the command line. */
export const CHECK_MS = 600;
const MAX_CHECK_MS = 3000;

/** knockd sees its packets every 50 ms: the rule is active 2 to 70 ms after the last one, and rarely before this (ms). */
export const CHECK_DELAY_MS = 25;
/** With the check off, the launch follows the last knock after this long (ms). */
export const UNCHECKED_DELAY_MS = 100;

/** What decides how often a run tries. */
export interface AttemptLimits {
  readonly check: boolean;
  readonly serverKind: Profile['serverKind'];
  readonly canFlush: boolean;
  readonly everOpened: boolean;
  readonly addresses: number;
  /** The person's own limit; `null`: the policy's. */
  readonly retries: number | null;
}

/** How many attempts there will be at most. Each further address gets one of its own. */
export function maxAttempts(limits: AttemptLimits): number {
  if (!limits.check) return 1;
  if (limits.retries !== null) return limits.retries + 1;
  const others = limits.addresses - 1;
  if (!limits.everOpened) return UNSEEN_ATTEMPTS + others;
  if (limits.serverKind === 'knockd' && limits.canFlush) return FLUSH_ATTEMPTS + 1 + others;
  return WAIT_ATTEMPTS + others;
}

/** Whether attempt `attempt` (from 1) sits the server's memory out instead of flushing it. */
export function outwaits(attempt: number, limits: AttemptLimits): boolean {
  return limits.serverKind !== 'knockd' || !limits.canFlush || attempt > FLUSH_ATTEMPTS + limits.addresses - 1;
}

/**
 * Whether attempt `attempt` (from 1) flushes and knocks while the door is still being watched for the one before. Only at
 * one address: with two, attempts take turns.
 */
export function overlaps(attempt: number, limits: AttemptLimits): boolean {
  return attempt > 1 && attempt <= maxAttempts(limits) && limits.addresses === 1 && !outwaits(attempt, limits);
}

/**
 * How the gap grows. A lost packet is the usual reason to try again, and has nothing to do with the gap; packets that
 * overtake each other are the other one, and no gap of 100 ms has ever been too short. A quick retry grows it by and by,
 * one that had to outwait the server at once: there will not be many.
 */
export function gapGrowth(attempt: number, outwaiting: boolean): Growth {
  if (attempt === 1) return { factor: 1, leastMs: 0 };
  if (attempt === 2 && !outwaiting) return { factor: 1, leastMs: 50 };
  if (attempt === 3 && !outwaiting) return { factor: 1.3, leastMs: 65 };
  return { factor: 2, leastMs: 100 };
}

/** On a path that is not known, most doors that open are seen open this long after the last knock (ms). */
const SOON_MS = 300;

/**
 * How long to watch the door (ms) before the next attempt begins, which flushes and knocks while the door is still being
 * watched. What the server does for a whole sequence must not be done twice because we looked too briefly: the last
 * knock of the next attempt leaves no earlier than `wholeMs` ({@link checkMs}) after that of this one.
 *
 * @param spanMs from the next attempt's first packet to its last
 */
export function overlapMs(wholeMs: number, spanMs: number, rttMs: number | null): number {
  const soon = rttMs === null ? SOON_MS : Math.max(200, 120 + 2 * rttMs);
  return Math.min(wholeMs, Math.max(soon, wholeMs - spanMs));
}

/**
 * How long to watch the door after the last knock (ms): 250 ms and three round trips, at least `leastMs`. While the
 * round trip is unknown (a silent door tells nothing), each attempt waits a fifth longer than the one before.
 */
export function checkMs(attempt: number, rttMs: number | null, leastMs: number): number {
  const grown = rttMs === null ? leastMs * 1.2 ** (attempt - 1) : Math.max(leastMs, 250 + 3 * rttMs);
  return Math.min(grown, Math.max(MAX_CHECK_MS, leastMs));
}

/** How long to look at the door before knocking (ms): about a round trip, and time for one on an unknown path. */
export function lookMs(rttMs: number | null): number {
  return rttMs === null ? 300 : Math.min(1000, Math.max(150, 50 + 2 * rttMs));
}
