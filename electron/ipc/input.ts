import * as v from 'valibot';
import type { Channel, Requests } from '../../shared/ipc.ts';
import { OPENABLE_FILES } from '../../shared/model/about.ts';
import { DraftFieldsSchema } from '../../shared/model/draft.ts';
import { ProfileChangeSchema, ProfileDraftSchema } from '../../shared/model/profile.ts';
import { RUN_ACTIONS } from '../../shared/model/run.ts';
import { GapSchema } from '../../shared/model/sequence.ts';
import { SettingsChangeSchema } from '../../shared/model/settings.ts';
import { AliasSchema } from '../../shared/model/ssh-config.ts';
import { VAULT_MODES } from '../../shared/model/vault.ts';

import { fail, isProblemCode, ok, type Problem, type Result } from '../../shared/result.ts';
import { sharingInputs } from './sharing-input.ts';

/** More profiles than anybody has; ten thousand and the practice server are one list, which Ctrl+A selects whole. */
const MANY = 100_000;
const MAX_PASSPHRASE = 10_000;
const nothing = v.strictTuple([]);
const IdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
/** Longer than any that is taken: the vault says what is wrong with it. */
const PassphraseSchema = v.nullable(v.pipe(v.string(), v.maxLength(MAX_PASSPHRASE)));
/** A file for a server, or a part of one. */
const TextSchema = v.pipe(v.string(), v.maxLength(1 << 20));
const oneId = v.strictTuple([IdSchema]);

/** What each channel accepts, as the list of its arguments. Until it has been through here, a message is `unknown`. */
const inputs: { readonly [C in Channel]: v.GenericSchema<unknown, Parameters<Requests[C]>> } = {
  ...sharingInputs,
  'app:snapshot': nothing,
  'profiles:read': oneId,
  'profiles:save': v.strictTuple([v.strictObject({ id: v.nullable(IdSchema), draft: ProfileDraftSchema })]),
  'profiles:change': v.strictTuple([
    v.strictObject({ changes: v.pipe(v.array(ProfileChangeSchema), v.maxLength(MANY)) }),
  ]),
  'profiles:duplicate': oneId,
  'profiles:delete': oneId,
  'profiles:restore': oneId,
  'profiles:favourite': v.strictTuple([v.strictObject({ id: IdSchema, on: v.boolean() })]),
  'drafts:read': oneId,
  'drafts:keep': v.strictTuple([v.strictObject({ key: IdSchema, fields: v.nullable(DraftFieldsSchema) })]),
  'runs:start': v.strictTuple([
    v.strictObject({ profileId: IdSchema, action: v.picklist(RUN_ACTIONS), gapMs: v.exactOptional(GapSchema) }),
  ]),
  'runs:try': v.strictTuple([v.strictObject({ draft: ProfileDraftSchema })]),
  'runs:start-many': v.strictTuple([
    v.strictObject({ profileIds: v.pipe(v.array(IdSchema), v.maxLength(MANY)), action: v.picklist(RUN_ACTIONS) }),
  ]),
  'runs:cancel': oneId,
  'runs:keep-open': v.strictTuple([v.strictObject({ profileId: IdSchema, on: v.boolean() })]),
  'host:test': oneId,
  'host:test-cancel': oneId,
  'runs:watch': v.strictTuple([v.strictObject({ profileId: v.nullable(IdSchema) })]),
  'history:marks': oneId,
  'history:clear': nothing,
  'notices:dismiss': v.strictTuple([v.pipe(v.string(), v.maxLength(300))]),
  'settings:change': v.strictTuple([SettingsChangeSchema]),
  'autostart:change': v.strictTuple([v.strictObject({ on: v.boolean() })]),
  'quick-pick:done': v.strictTuple([v.strictObject({ profileId: v.nullable(IdSchema) })]),
  'window:drawn': nothing,
  'wanted:done': v.strictTuple([v.strictObject({ serial: v.number() })]),
  'vault:unlock': v.strictTuple([v.strictObject({ passphrase: PassphraseSchema })]),
  'vault:choose': v.strictTuple([
    v.strictObject({ mode: v.picklist(VAULT_MODES), passphrase: PassphraseSchema, current: PassphraseSchema }),
  ]),
  'vault:start-over': nothing,
  'vault:restart': nothing,
  'launchers:detect': nothing,
  'ssh-config:look': v.strictTuple([v.strictObject({ profileId: IdSchema, alias: v.nullable(AliasSchema) })]),
  'ssh-config:add': v.strictTuple([v.strictObject({ profileId: IdSchema, alias: AliasSchema })]),
  'ssh-config:remove': oneId,
  'dialogs:identity-file': nothing,
  'dialogs:save-text': v.strictTuple([
    v.strictObject({ name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,60}$/i)), text: TextSchema }),
  ]),
  'data-folder:open': nothing,
  'updates:check': nothing,
  'updates:download': nothing,
  'updates:install': nothing,
  'updates:page': nothing,
  'about:facts': nothing,
  'about:licences': nothing,
  'about:open': v.strictTuple([v.picklist(OPENABLE_FILES)]),
  'clipboard:write': v.strictTuple([v.strictObject({ text: TextSchema })]),
};

/**
 * Parses the arguments of one request. A wrong field of a form comes back with its own code and path (`door.port`);
 * anything else that does not fit is refused as a whole.
 */
export function parseInput<C extends Channel>(channel: C, args: readonly unknown[]): Result<Parameters<Requests[C]>> {
  // One problem per field: what breaks its first rule would break the next ones too.
  const parsed = v.safeParse(inputs[channel], args, { abortPipeEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [first, ...rest] = parsed.issues;
  return fail(problemOf(channel, first), ...rest.map((issue) => problemOf(channel, issue)));
}

function problemOf(channel: Channel, issue: v.BaseIssue<unknown>): Problem {
  const path = issue.path?.map(({ key }) => String(key)) ?? [];
  if (!isProblemCode(issue.message)) {
    return { code: 'request-refused', params: { reason: `${channel} ${path.join('.')}`.trim() } };
  }
  return { code: issue.message, field: path.slice(path.indexOf('draft') + 1).join('.') };
}
