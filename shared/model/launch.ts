import * as v from 'valibot';
import { fail, ok, type Result } from '../result.ts';
import { type CommandWord, parseCommand, placeholdersOf } from './command-line.ts';
import { HostSchema } from './host.ts';
import { PortSchema } from './sequence.ts';
import { parseSshOptions } from './ssh-options.ts';

/**
 * What starts once the door is open: nothing, OpenSSH in a terminal, another client, the system's handler for a kind of
 * link, or a command of the person's own.
 */
export const LAUNCH_CLIENTS = [
  ...(['none', 'ssh', 'putty', 'kitty', 'winscp', 'mstsc'] as const),
  ...(['sftp', 'ftp', 'https', 'custom'] as const),
] as const;

/** No leading hyphen (an option to ssh), no white space, quotes or control characters (RFC 4252 leaves names to the server). */
const UserSchema = v.pipe(
  v.string('user-characters'),
  v.trim(),
  v.maxLength(128, 'text-long'),
  v.regex(/^(?:[^\p{Cc}\p{Z}"'`\\$;&|<>(){}*?!~#%-][^\p{Cc}\p{Z}"'`;&|<>(){}*?!]*)?$/u, 'user-characters'),
);

const IdentityFileSchema = v.pipe(
  v.string('identity-file-characters'),
  v.trim(),
  v.maxLength(1024, 'text-long'),
  v.regex(/^(?:[^\p{Cc}-][^\p{Cc}]*)?$/u, 'identity-file-characters'),
);

/** A name that another program gave: of a PuTTY session, of a profile of Windows Terminal. */
const foreignName = (code: 'session-name' | 'terminal-profile-name') =>
  v.pipe(v.string(code), v.trim(), v.maxLength(100, 'text-long'), v.regex(/^(?:[^\p{Cc}@-][^\p{Cc}]*)?$/u, code));

/** `[user@]host`: the port is the door's. */
const JumpHostSchema = v.pipe(
  v.string('host-characters'),
  v.trim(),
  v.maxLength(400, 'host-long'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    if (dataset.value === '') return '';
    const { user, host } = splitJump(dataset.value);
    // `a,b` are two hops to ssh, even before an `@`.
    if (dataset.value.includes(',')) {
      addIssue({ message: 'jump-host-several' });
      return NEVER;
    }
    if (/^[^:]+:\d+$/.test(host)) {
      addIssue({ message: 'jump-host-port' });
      return NEVER;
    }
    const parsed = v.safeParse(v.object({ user: UserSchema, host: HostSchema }), { user, host }, { abortEarly: true });
    if (!parsed.success) {
      addIssue({ message: parsed.issues[0].message });
      return NEVER;
    }
    return dataset.value.includes('@') ? `${parsed.output.user}@${parsed.output.host}` : parsed.output.host;
  }),
);

/** The fields of a launch. What an older file does not have is empty. */
export const LaunchFieldsSchema = v.object({
  client: v.picklist(LAUNCH_CLIENTS, 'value-unknown'),
  /** A terminal's id from the detected list, or `auto` for the first that is installed. */
  terminal: v.pipe(v.string('value-unknown'), v.regex(/^[a-z0-9-]{1,40}$/, 'value-unknown')),
  /** A profile of Windows Terminal; empty: its default. */
  terminalProfile: v.optional(foreignName('terminal-profile-name'), ''),
  user: UserSchema,
  /** `null`: the door's port. */
  port: v.nullable(PortSchema),
  identityFile: IdentityFileSchema,
  /** `[user@]host`. Where ssh has one, it is what is knocked and checked. */
  jumpHost: v.optional(JumpHostSchema, ''),
  /** Extra options for ssh, as typed; see {@link parseSshOptions}. */
  options: v.optional(
    v.pipe(
      v.string('ssh-option-word'),
      v.trim(),
      v.maxLength(1000, 'text-long'),
      v.regex(/^\P{Cc}*$/u, 'command-characters'),
      v.rawCheck(({ dataset, addIssue }) => {
        const parsed = dataset.typed ? parseSshOptions(dataset.value) : ok([]);
        if (!parsed.ok) addIssue({ message: parsed.problems[0].code });
      }),
    ),
    '',
  ),
  /** A saved session of PuTTY or KiTTY, whose settings are the base; empty: their default settings. */
  session: v.optional(foreignName('session-name'), ''),
  /** A custom command, as typed; see {@link parseCommand}. */
  command: v.optional(
    v.pipe(
      v.string('command-empty'),
      v.trim(),
      v.maxLength(2000, 'text-long'),
      v.regex(/^\P{Cc}*$/u, 'command-characters'),
    ),
    '',
  ),
});

export type LaunchTarget = v.InferOutput<typeof LaunchFieldsSchema>;

/** A launch whose custom command can be run, where it has one: see {@link checkCommand}. */
export const LaunchSchema = v.pipe(
  LaunchFieldsSchema,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.client !== 'custom') return;
    const { value: input } = dataset;
    const checked = checkCommand(input);
    if (checked.ok) return;
    const value = input.command;
    addIssue({
      message: checked.problems[0].code,
      path: [{ type: 'object', origin: 'value', input, key: 'command', value }],
    });
  }),
);

/** A custom command as arguments, if it can be filled with what the launch says. */
export function checkCommand(
  launch: Pick<LaunchTarget, 'command' | 'user' | 'identityFile'>,
): Result<readonly [CommandWord, ...CommandWord[]]> {
  const words = parseCommand(launch.command);
  if (!words.ok) return words;
  const used = placeholdersOf(words.value);
  // An option whose value is missing would take the next argument for it.
  const empty = [...(launch.user === '' ? ['user'] : []), ...(launch.identityFile === '' ? ['key'] : [])];
  const missing = used.find((name) => empty.includes(name));
  return missing === undefined ? words : fail({ code: 'command-value-empty', params: { placeholder: `{${missing}}` } });
}

/** The two halves of `[user@]host`. */
export function splitJump(jump: string): { readonly user: string; readonly host: string } {
  const at = jump.lastIndexOf('@');
  return { user: jump.slice(0, Math.max(at, 0)), host: jump.slice(at + 1) };
}

/** The host that is knocked and checked: ssh's jump host where there is one, else the server itself. */
export function knockedHost({ host, launch }: { readonly host: string; readonly launch: LaunchTarget }): string {
  return launch.client === 'ssh' && launch.jumpHost !== '' ? splitJump(launch.jumpHost).host : host;
}

/** The port there that a client goes to: the launch's own or the door's; of a jump host always the door's. */
export function connectedPort(profile: {
  readonly door: { readonly port: number };
  readonly launch: LaunchTarget;
}): number {
  const { launch, door } = profile;
  return launch.client === 'ssh' && launch.jumpHost !== '' ? door.port : (launch.port ?? door.port);
}

/** The id of the terminal that the person, the desktop or the machine chose (Linux). It is no program with a name of its own. */
export const DESKTOP_TERMINAL = 'default';

/** A new profile's launch: ssh in the first terminal that is installed. */
export const DEFAULT_LAUNCH: LaunchTarget = {
  client: 'ssh',
  terminal: 'auto',
  terminalProfile: '',
  user: '',
  port: null,
  identityFile: '',
  jumpHost: '',
  options: '',
  session: '',
  command: '',
};
