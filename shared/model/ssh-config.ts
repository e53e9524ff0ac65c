import * as v from 'valibot';

/** A name to give to ssh: one word of a `Host` line, so no pattern, no negation, no comment and no option. */
export const AliasSchema = v.pipe(
  v.string('ssh-alias'),
  v.trim(),
  v.maxLength(100, 'ssh-alias'),
  v.regex(/^[\p{L}\p{N}_][\p{L}\p{N}\p{M}._-]*$/u, 'ssh-alias'),
);

/** What "Use with ssh" would write for a profile, or has written. */
export interface SshConfigPlan {
  readonly alias: string;
  /** The profile has a block already. */
  readonly added: boolean;
  /** What ssh will read. */
  readonly block: string;
  /** The file of our own that it stands in. */
  readonly ownFile: string;
  /** The person's configuration, and the line it gets at its top; `null`: it is there. */
  readonly configFile: string;
  readonly include: string | null;
}

/** A name to begin with: the profile's own, as one word, else its host. */
export function suggestAlias(name: string, host: string): string {
  const word = name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '-')
    .replace(/^[-.]+|-+$/g, '');
  return v.is(AliasSchema, word) ? word : host.replace(/[^A-Za-z0-9._-]/g, '-');
}
