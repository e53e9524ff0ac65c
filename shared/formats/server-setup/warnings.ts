import { EPHEMERAL_FROM, isScan, isServicePort, TUTORIAL_PORTS } from '../../model/random-sequence.ts';
import { knocksOf, type Sequence } from '../../model/sequence.ts';
import type { SetupAnswers, SetupProfile } from './answers.ts';

/** What will not work, or not as well as it could; each has a sentence in `shared/text`. */
export const SETUP_WARNINGS = [
  'sequenceDoor',
  'sequenceTutorial',
  'sequenceShort',
  'sequenceScan',
  'sequenceRepeats',
  'sequenceService',
  'sequenceEphemeral',
  'closeReversed',
  'closeShares',
  'closeUnused',
  'payload',
  'timedShort',
  'ufwDenies',
  'ipv6Off',
  'oneTimeIpv6',
  'oneTimeFew',
] as const;
export type SetupWarning = (typeof SETUP_WARNINGS)[number];

/** Fewer lines than this (the last one must not be used) are too few to begin with. */
const FEW_LINES = 6;
/** Less time than this (s) is hardly enough to log in. */
const SHORT_OPEN_S = 10;

/** @param list the lines that are left of a one-time list, which then takes the sequence's place */
export function setupWarnings(
  profile: SetupProfile,
  answers: SetupAnswers,
  list: readonly Sequence[] | null,
): readonly SetupWarning[] {
  const closes = answers.closing === 'sequence';
  const opens = list ?? [profile.sequence];
  const found: Record<SetupWarning, boolean> = {
    sequenceDoor: [...opens, profile.closeSequence].some((steps) => ports(steps).includes(answers.servicePort)),
    sequenceTutorial: opens.some((steps) => ports(steps).filter((port) => TUTORIAL_PORTS.has(port)).length > 1),
    sequenceShort: opens.some((steps) => knocksOf(steps).length < 3),
    sequenceScan: opens.some((steps) => isScan(steps) && new Set(protocols(steps)).size === 1),
    sequenceRepeats: opens.some((steps) => new Set(ports(steps)).size < ports(steps).length),
    sequenceService: opens.some((steps) =>
      ports(steps).some((port) => port !== answers.servicePort && isServicePort(port)),
    ),
    sequenceEphemeral: opens.some((steps) => ports(steps).some((port) => port >= EPHEMERAL_FROM)),
    closeReversed: closes && list === null && isReversed(profile.sequence, profile.closeSequence),
    closeShares:
      closes &&
      opens.some((steps) => shares(steps, profile.closeSequence) && !isReversed(steps, profile.closeSequence)),
    closeUnused: !closes && profile.closeSequence.length > 0,
    payload: list === null && knocksOf(profile.sequence).some(({ payload }) => payload !== undefined),
    timedShort: !closes && answers.openSeconds < SHORT_OPEN_S,
    ufwDenies: answers.firewall === 'ufw',
    ipv6Off: !answers.ipv6,
    oneTimeIpv6: list !== null && answers.ipv6,
    oneTimeFew: list !== null && list.length < FEW_LINES,
  };
  return SETUP_WARNINGS.filter((warning) => found[warning]);
}

function ports(steps: Sequence): readonly number[] {
  return knocksOf(steps).map(({ port }) => port);
}

function protocols(steps: Sequence): readonly string[] {
  return knocksOf(steps).map(({ protocol }) => protocol);
}

function shares(a: Sequence, b: Sequence): boolean {
  return ports(a).some((port) => ports(b).includes(port));
}

function isReversed(open: Sequence, close: Sequence): boolean {
  return ports(open).length > 1 && ports(open).toReversed().join() === ports(close).join();
}
