import { FORMAT_PROBLEM_CODES } from './formats/problem-codes.ts';

/**
 * What crosses a border inside Toctoc instead of a thrown error: a value, or a {@link Problem} that names
 * what is wrong, where, and (through its text in `shared/text`) what to do about it.
 */

/** Everything that can go wrong, as a closed set: every code has a sentence in every language. */
const PROBLEM_CODES = [
  // A field of a form, a request, a file or a command line
  'name-empty',
  'name-long',
  'host-empty',
  'host-long',
  'host-leading-dash',
  'host-characters',
  'port-not-a-number',
  'port-range',
  'port-word',
  'sequence-empty',
  'sequence-long',
  'sequence-word',
  'sequence-port-range',
  'sequence-gap-range',
  'protocol-unknown',
  'payload-hex',
  'payload-quote',
  'payload-long',
  'payload-tcp',
  'pause-range',
  'gap-range',
  'hold-range',
  'seq-timeout-range',
  'source-characters',
  'user-characters',
  'identity-file-characters',
  'jump-host-port',
  'jump-host-several',
  'session-name',
  'terminal-profile-name',
  'ssh-option-word',
  'ssh-option-refused',
  'ssh-option-value',
  'command-empty',
  'command-characters',
  'command-quote',
  'command-placeholder',
  'command-program',
  'command-value-empty',
  'tag-empty',
  'tag-long',
  'tags-many',
  'keep-open-range',
  'interface-characters',
  'open-seconds-range',
  'one-time-empty',
  'one-time-long',
  'one-time-line',
  'one-time-position',
  'value-unknown',
  'option-range',
  'option-number',
  'text-long',
  // A run
  'name-not-found',
  'name-lookup-failed',
  'no-address-of-family',
  'network-unreachable',
  'zone-unknown',
  'zone-missing',
  'host-unreachable',
  'send-not-permitted',
  'source-not-available',
  'too-many-sockets',
  'send-failed',
  'close-sequence-missing',
  'keep-open-missing',
  'one-time-exhausted',
  'practice-ports-taken',
  'run-unknown',
  // A launch
  'terminal-none',
  'terminal-missing',
  'ssh-missing',
  'launch-failed',
  'launch-ended',
  'launch-not-here',
  'program-missing',
  'command-not-found',
  'command-value-option',
  'launch-expands',
  'link-failed',
  'ssh-alias',
  'ssh-alias-taken',
  'ssh-config-unwritable',
  'own-path-portable',
  'own-path-moves',
  'own-path-missing',
  // A file that is imported or exported
  ...FORMAT_PROBLEM_CODES,
  // The app
  'link-unreadable',
  'link-unknown',
  'shortcut-taken',
  'shortcut-wayland',
  'autostart-portable',
  'autostart-translocated',
  'autostart-failed',
  'vault-locked',
  'profile-unknown',
  'profile-damaged',
  'file-damaged',
  'file-newer',
  'settings-damaged',
  'history-damaged',
  'file-unwritable',
  'file-restored',
  'file-changed',
  // The vault
  'vault-undecided',
  'secrets-damaged',
  'keychain-absent',
  'keychain-failed',
  'passphrase-short',
  'passphrase-long',
  'passphrase-wrong',
  'passphrase-wait',
  // A new version of the app
  'updates-off',
  'update-check-failed',
  'update-missing',
  'update-failed',
  'update-not-installed',
  'file-not-saved',
  'folder-not-opened',
  'page-crashed',
  'graphics-off',
  'went-wrong',
  'request-refused',
  'internal',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Schemas carry codes as their messages; this tells them from a library's own words. */
export function isProblemCode(text: string): text is ProblemCode {
  return PROBLEM_CODES.some((code) => code === text);
}

/** One thing that is wrong. `field` is a path such as `door.port`; `params` fill the sentence's blanks. */
export interface Problem {
  readonly code: ProblemCode;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A value or the problems that kept it from being made (at least one). */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(first: Problem, ...rest: readonly Problem[]): Result<never> {
  return { ok: false, problems: [first, ...rest] };
}

/** Ends a `switch` over a union: a member that was forgotten is a type error here, and an error at run time. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
