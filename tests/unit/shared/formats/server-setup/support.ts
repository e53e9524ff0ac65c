import {
  firstAnswers,
  type SetupAnswers,
  type SetupProfile,
} from '../../../../../shared/formats/server-setup/answers.ts';
import type { SetupBlock } from '../../../../../shared/formats/server-setup/document.ts';
import { type ServerSetup, serverSetup } from '../../../../../shared/formats/server-setup/setup.ts';
import { emptyDraft } from '../../../../../shared/model/profile.ts';
import { parseSequence, type Sequence } from '../../../../../shared/model/sequence.ts';
import { en } from '../../../../../shared/text/en.ts';

export function steps(text: string): Sequence {
  const parsed = parseSequence(text);
  if (!parsed.ok) throw new Error(`not a sequence: ${text}`);
  return parsed.value;
}

export function profile(changes: Partial<SetupProfile> = {}): SetupProfile {
  return {
    ...emptyDraft(),
    name: 'Web server',
    host: 'server.example.org',
    sequence: [...steps('17204:udp 3391 24417')],
    ...changes,
  };
}

export function answers(changes: Partial<SetupAnswers> = {}): SetupAnswers {
  return { ...firstAnswers(profile()), ...changes };
}

export function setUp(
  changes: Partial<SetupAnswers> = {},
  of: SetupProfile = profile(),
  list: readonly Sequence[] | null = null,
): ServerSetup {
  const setup = serverSetup({ profile: of, answers: answers(changes), list, text: en.setup });
  if (!setup.ok) throw new Error(JSON.stringify(setup.problems));
  return setup.value;
}

export function block(setup: ServerSetup, id: string): SetupBlock {
  const found = setup.steps.flatMap(({ blocks }) => blocks).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no block ${id}`);
  return found;
}

export function text(setup: ServerSetup, id: string): string {
  return block(setup, id).text;
}
