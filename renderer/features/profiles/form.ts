import * as v from 'valibot';
import { checkCommand, LaunchFieldsSchema } from '../../../shared/model/launch.ts';
import { type Profile, type ProfileDraft, ProfileDraftSchema } from '../../../shared/model/profile.ts';
import {
  formatSequence,
  OptionalSequenceSchema,
  parseSequence,
  type Sequence,
  SequenceSchema,
} from '../../../shared/model/sequence.ts';
import type { Result } from '../../../shared/result.ts';
import { choiceOf, fieldsOf, type LaunchField, readChoice } from './launch-choice.ts';

const draft = ProfileDraftSchema.entries;
const launch = LaunchFieldsSchema.entries;

/** A whole or decimal number as typed; NaN for all else, so that the number's own rule says what is wrong. */
export function readNumber(text: string): number {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** A close sequence may be left out. */
export function parseOptionalSequence(text: string): Result<Sequence> {
  return text.trim() === '' ? { ok: true, value: [] } : parseSequence(text);
}

const NumberText = v.pipe(v.string(), v.transform(readNumber));
const OptionalNumberText = v.pipe(
  v.string(),
  v.transform((text) => (text.trim() === '' ? null : readNumber(text))),
);

/** The issue carries the first problem's code; the field itself shows all of them, with their words. */
const sequenceText = (parse: (text: string) => Result<Sequence>) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const parsed = parse(dataset.value);
      if (parsed.ok) return [...parsed.value];
      addIssue({ message: parsed.problems[0].code });
      return NEVER;
    }),
  );

/** Tags between commas; a comma behind the last one is no mistake. */
const TagsText = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const text = dataset.value.replace(/,\s*$/, '');
    const tags = v.safeParse(draft.tags.wrapped, text.trim() === '' ? [] : text.split(','));
    if (tags.success) return tags.output;
    // One issue of the whole field: an issue of the third tag would have no input to be shown at.
    addIssue({ message: tags.issues[0].message });
    return NEVER;
  }),
);

/** A custom command, which may ask for what these fields say. The field itself shows what is wrong, with its words. */
const commandText = (fields: { readonly user: string; readonly identityFile: string }) =>
  v.pipe(
    launch.command.wrapped,
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const { user, identityFile } = fields;
      const checked = checkCommand({ command: dataset.value, user: user.trim(), identityFile: identityFile.trim() });
      if (!checked.ok) addIssue({ message: checked.problems[0].code });
    }),
  );

/** The editor's fields, one text each, checked by the profile's own rules. Messages are problem codes. */
const FormSchema = v.object({
  name: draft.name,
  host: draft.host,
  doorPort: v.pipe(NumberText, draft.door.entries.port),
  sequence: v.pipe(sequenceText(parseSequence), SequenceSchema),
  gapMs: v.pipe(NumberText, draft.gapMs),
  tags: TagsText,
  /** Not on screen here: the profile's page has the star. */
  favourite: draft.favourite.wrapped,
  /** See {@link readChoice}. */
  launch: v.string(),
  command: launch.command.wrapped,
  user: launch.user,
  sshPort: v.pipe(OptionalNumberText, launch.port),
  identityFile: launch.identityFile,
  session: launch.session.wrapped,
  terminalProfile: launch.terminalProfile.wrapped,
  serverKind: draft.serverKind,
  seqTimeoutS: v.pipe(OptionalNumberText, draft.seqTimeoutS),
  holdMs: v.pipe(NumberText, draft.holdMs),
  family: draft.family,
  connectMode: draft.connectMode,
  source: draft.source,
  check: draft.door.entries.check,
  closeSequence: v.pipe(sequenceText(parseOptionalSequence), OptionalSequenceSchema),
  oneTime: draft.oneTime.wrapped,
  keepOpenMinutes: v.pipe(OptionalNumberText, draft.keepOpenMinutes.wrapped),
  jumpHost: launch.jumpHost.wrapped,
  options: launch.options.wrapped,
  notes: draft.notes.wrapped,
});

export type FormValues = v.InferInput<typeof FormSchema>;
export type FormOutput = v.InferOutput<typeof FormSchema>;
export type FieldName = keyof FormValues;

/** The fields that are on screen for this choice; what would be wrong in the others is left out. */
export function schemaFor(values: FormValues): v.GenericSchema<FormValues, FormOutput> {
  const shown = fieldsOf(readChoice(values.launch).client);
  const { entries } = FormSchema;
  const hidden = <S extends v.GenericSchema>(field: LaunchField, schema: S, empty: v.InferOutput<S>) =>
    shown.includes(field) ? schema : v.fallback(schema, empty);
  return v.object({
    ...entries,
    // With a one-time list the sequence is not on screen.
    sequence:
      values.oneTime === null ? entries.sequence : v.fallback(entries.sequence, values.oneTime.sequences[0] ?? []),
    command: shown.includes('command') ? commandText(values) : v.fallback(entries.command, ''),
    user: hidden('user', entries.user, ''),
    sshPort: hidden('sshPort', entries.sshPort, null),
    identityFile: hidden('identityFile', entries.identityFile, ''),
    session: hidden('session', entries.session, ''),
    terminalProfile: hidden('terminalProfile', entries.terminalProfile, ''),
    jumpHost: hidden('jumpHost', entries.jumpHost, ''),
    options: hidden('options', entries.options, ''),
  });
}

/** In the order in which they are on screen, so that the first invalid one is the first that is seen. */
export const FIELD_ORDER = Object.keys(FormSchema.entries) as readonly FieldName[];
const ADVANCED_FROM = FIELD_ORDER.indexOf('serverKind');

/** Whether the field stands under Advanced, which has to be open for it to be seen. */
export function isAdvanced(field: FieldName): boolean {
  return FIELD_ORDER.indexOf(field) >= ADVANCED_FROM;
}

const PATHS: Readonly<Record<string, FieldName>> = {
  'door.port': 'doorPort',
  'door.check': 'check',
  'launch.client': 'launch',
  'launch.terminal': 'launch',
  'launch.user': 'user',
  'launch.port': 'sshPort',
  'launch.identityFile': 'identityFile',
  'launch.jumpHost': 'jumpHost',
  'launch.options': 'options',
  'launch.session': 'session',
  'launch.terminalProfile': 'terminalProfile',
  'launch.command': 'command',
};

/** The field a problem of the draft belongs to, by the draft's path. */
export function fieldOf(path: string | undefined): FieldName | undefined {
  if (path === undefined) return undefined;
  const head = path.split('.')[0];
  return PATHS[path] ?? FIELD_ORDER.find((field) => field === head);
}

/** A profile as the form's texts. */
export function toForm(profile: ProfileDraft | Profile): FormValues {
  const { launch, door } = profile;
  const { user, identityFile, session, terminalProfile, command, jumpHost, options } = launch;
  return {
    name: profile.name,
    host: profile.host,
    sequence: formatSequence(profile.sequence),
    doorPort: String(door.port),
    gapMs: String(profile.gapMs),
    tags: profile.tags.join(', '),
    favourite: profile.favourite,
    launch: choiceOf(launch),
    sshPort: launch.port === null ? '' : String(launch.port),
    ...{ user, identityFile, session, terminalProfile, command, jumpHost, options },
    serverKind: profile.serverKind,
    seqTimeoutS: profile.seqTimeoutS === null ? '' : String(profile.seqTimeoutS),
    holdMs: String(profile.holdMs),
    family: profile.family,
    connectMode: profile.connectMode,
    source: profile.source,
    check: door.check,
    closeSequence: formatSequence(profile.closeSequence),
    oneTime: profile.oneTime,
    keepOpenMinutes: profile.keepOpenMinutes === null ? '' : String(profile.keepOpenMinutes),
    notes: profile.notes,
  };
}

/** What the form's schema has read, as main saves it. */
export function toDraft(values: FormOutput): ProfileDraft {
  const { doorPort, check, launch, sshPort, ...others } = values;
  const { user, identityFile, session, terminalProfile, command, jumpHost, options, ...rest } = others;
  return {
    ...rest,
    door: { port: doorPort, check },
    launch: {
      ...readChoice(launch),
      port: sshPort,
      ...{ user, identityFile, session, terminalProfile, command, jumpHost, options },
    },
  };
}
