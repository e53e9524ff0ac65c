import type { Outcome } from '../../shared/model/run.ts';
import type { Problem } from '../../shared/result.ts';

/** What a script can count on. */
export const EXIT = {
  /** Done, and open if that was waited for. */
  done: 0,
  /** Not open, or the run failed for another reason than those below. */
  notOpen: 1,
  usage: 2,
  /** The name was not resolved, or the network cannot be reached. */
  unreachable: 3,
  /** The profile's secrets are sealed, and the keychain does not open them. */
  locked: 4,
  interrupted: 130,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Failures that a different command line would not have had. */
const USAGE: readonly Problem['code'][] = ['source-not-available', 'no-address-of-family', 'close-sequence-missing'];

/** Failures of the name or the network, which may pass by themselves. */
const UNREACHABLE: readonly Problem['code'][] = [
  'name-not-found',
  'name-lookup-failed',
  'network-unreachable',
  'zone-unknown',
  'zone-missing',
  'host-unreachable',
];

/** The exit status that an outcome stands for. */
export function exitStatus(outcome: Outcome): ExitStatus {
  switch (outcome.result) {
    case 'open':
    case 'sent':
    case 'closed':
      return EXIT.done;
    case 'not-open':
    case 'still-open':
      return EXIT.notOpen;
    case 'cancelled':
      return EXIT.interrupted;
    case 'failed':
      return failureStatus(outcome.problem.code);
  }
}

function failureStatus(code: Problem['code']): ExitStatus {
  if (code === 'vault-locked') return EXIT.locked;
  if (USAGE.includes(code)) return EXIT.usage;
  return UNREACHABLE.includes(code) ? EXIT.unreachable : EXIT.notOpen;
}
