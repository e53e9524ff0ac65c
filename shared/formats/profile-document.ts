import * as v from 'valibot';
import { type Profile, type ProfileDraft, ProfileDraftSchema } from '../model/profile.ts';
import type { Problem } from '../result.ts';
import { oneLine } from '../text/one-line.ts';
import { type Candidate, type FormatNote, type Parsed, problemAt, remarkAt } from './candidate.ts';
import { objectLines, readJson } from './json-lines.ts';
import { withoutBom } from './lines.ts';
import { breath, type Steps } from './steps.ts';

/** The name in every file of ours, so that it is known whatever the file is called. */
export const PROFILE_FORMAT = 'toctoc-profiles';
/** Grows with every change that an older Toctoc could not read. */
const PROFILE_VERSION = 1;

const DocumentSchema = v.object({
  format: v.literal(PROFILE_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  profiles: v.array(v.unknown()),
});

/** Every profile as our JSON: what a person can say about a server, without what only this computer knows. */
export function profileDocument(profiles: readonly (Profile | ProfileDraft)[]): string {
  const drafts = profiles.map((profile) => v.parse(ProfileDraftSchema, profile));
  return `${JSON.stringify({ format: PROFILE_FORMAT, version: PROFILE_VERSION, profiles: drafts }, null, 2)}\n`;
}

/** Whether parsed JSON says that it is one of our exports; what is in it may still be wrong. */
export function isProfileDocument(value: unknown): boolean {
  return v.is(v.object({ format: v.literal(PROFILE_FORMAT) }), value);
}

/** Reads our JSON. An entry that does not fit is named and left out; the others are kept. */
export function* parseProfileDocument(text: string): Steps<Parsed> {
  const plain = withoutBom(text);
  const json = readJson(plain);
  if (!json.ok) return { candidates: [], notes: [problemAt(json.line, { code: 'import-json-broken' })] };
  const document = v.safeParse(DocumentSchema, json.value);
  if (!document.success) return { candidates: [], notes: [problemAt(1, damaged(document.issues[0]))] };
  if (document.output.version > PROFILE_VERSION) {
    return { candidates: [], notes: [problemAt(1, { code: 'import-newer' })] };
  }
  const lines = objectLines(plain, 3);
  const candidates: Candidate[] = [];
  const notes: FormatNote[] = [];
  const { profiles } = document.output;
  for (const [index, raw] of profiles.entries()) {
    yield* breath('servers', index, profiles.length);
    const line = lines[index] ?? 1;
    const draft = v.safeParse(ProfileDraftSchema, raw);
    if (!draft.success) notes.push(problemAt(line, damaged(draft.issues[0])));
    else {
      const { name, host, ...all } = draft.output;
      const said = withoutUnsaid(all, raw);
      candidates.push({ line, name, host, said });
      // Whoever made the file has chosen a program of this computer: that is not to be found out by its start.
      const { client, command } = said.launch;
      if (client === 'custom') {
        notes.push(remarkAt(line, { code: 'import-command', params: { name, command: oneLine(command) } }));
      }
    }
  }
  return { candidates, notes };
}

/** A file of before there were notes says nothing of them: it must not empty those of a profile that it changes. */
function withoutUnsaid<T extends { readonly notes: string }>(
  all: T,
  raw: unknown,
): Omit<T, 'notes'> & { notes?: string } {
  const { notes, ...others } = all;
  return v.is(v.object({ notes: v.string() }), raw) ? { ...others, notes } : others;
}

function damaged(issue: v.BaseIssue<unknown>): Problem {
  return { code: 'import-entry-damaged', params: { field: v.getDotPath(issue) ?? '' } };
}
