import { DEFAULT_HOLD_MS } from '../../shared/model/defaults.ts';
import { DEFAULT_LAUNCH } from '../../shared/model/launch.ts';
import { emptyDraft, PRACTICE_ID, type Profile } from '../../shared/model/profile.ts';
import type { Step } from '../../shared/model/sequence.ts';
import { PRACTICE_SEQ_TIMEOUT_S, type PracticePorts, practicePorts } from './practice-server.ts';

const PRACTICE_HOST = '127.0.0.1';

/** The ready-made profile of the first run: knocks the practice server inside the app. */
export function practiceProfile(name: string, ports: PracticePorts = practicePorts()): Profile {
  return {
    ...emptyDraft(DEFAULT_HOLD_MS),
    ...practiceAddress(ports),
    id: PRACTICE_ID,
    name,
    host: PRACTICE_HOST,
    serverKind: 'knockd',
    seqTimeoutS: PRACTICE_SEQ_TIMEOUT_S,
    launch: { ...DEFAULT_LAUNCH, client: 'none' },
    doorSeenAt: null,
  };
}

/** What of a profile says where and how the practice server is knocked. */
export type PracticeAddress = Pick<Profile, 'sequence' | 'closeSequence' | 'door'>;

/** What has to follow the server when it had to move to other ports. */
export function practiceAddress(ports: PracticePorts): PracticeAddress {
  const open = ports.knocks.map((hit): Step => ({ kind: 'knock', ...hit }));
  return { sequence: open, closeSequence: open.toReversed(), door: { port: ports.door, check: true } };
}

/** Whether a profile knocks the practice server: the ready-made one, or a copy of it. */
export function isForPractice({ id, host, door }: Profile): boolean {
  return id === PRACTICE_ID || (host === PRACTICE_HOST && door.port === practicePorts().door);
}
