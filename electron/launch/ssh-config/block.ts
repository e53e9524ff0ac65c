import { splitJump } from '../../../shared/model/launch.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { oneLine } from '../../../shared/text/one-line.ts';
import { portOf } from '../checks.ts';
import { shellQuote } from '../shell-quote.ts';
import { configQuote } from './config-quote.ts';
import { asTyped, type ConfigLine, optionLines } from './option-lines.ts';

/** Where plain ssh is to find us: `toctoc` as arguments, and what decides how they are written. */
export interface ProxySurroundings {
  readonly platform: NodeJS.Platform;
  readonly toctoc: readonly string[];
  /** A data folder that is not the usual one; `null`: it is. */
  readonly dataFolder: string | null;
}

/** What of a profile ssh has to know. */
export type SshProfile = Pick<Profile, 'id' | 'name' | 'host' | 'door' | 'launch'>;

const literally = (text: string) => text.replaceAll('%', '%%');

/** ssh starts a ProxyCommand by the person's shell; on Windows by a command line, where a quoted word is enough. */
function proxyCommand({ platform, toctoc, dataFolder }: ProxySurroundings, id: string): string {
  // An option, not the variable: Windows has no `env`.
  const folder = dataFolder === null ? [] : ['--home', dataFolder];
  const words = [...toctoc, 'connect', ...folder, '--profile', id];
  const quote = platform === 'win32' ? (word: string) => (/[\s"]/.test(word) ? `"${word}"` : word) : shellQuote;
  return words.map((word) => literally(quote(word))).join(' ');
}

function section(alias: string, lines: readonly ConfigLine[]): string {
  return [`Host ${alias}`, ...lines.map(([keyword, value]) => `  ${keyword} ${value}`)].join('\n');
}

/**
 * The `Host` block by which ssh, scp, rsync and all that use ssh knock by themselves: they ask us to connect, and go
 * through. Everything else about that host stays with the person's own configuration. Without a jump host there is one
 * section; with one there are two, for what is knocked is the jump host. Options that only a command line can say are
 * named in a comment, as the command that says them.
 */
export function sshBlock(profile: SshProfile, alias: string, surroundings: ProxySurroundings): string {
  const { host, launch, door } = profile;
  const jump = launch.client === 'ssh' ? splitJump(launch.jumpHost) : { user: '', host: '' };
  const key = launch.identityFile;
  // Keys of PuTTY are of another kind.
  const isSshKey = key !== '' && !/\.ppk$/i.test(key);
  const account = [
    ...(launch.user === '' ? [] : [['User', launch.user] as const]),
    ...(isSshKey ? [['IdentityFile', configQuote(literally(key))] as const] : []),
  ];
  const options = optionLines(launch.client === 'ssh' ? launch.options : '');
  const rest = options.leftOut.length === 0 ? [] : [`# ssh ${oneLine(asTyped(options.leftOut))} ${alias}`];
  const comment = [`# ${oneLine(profile.name)}`, ...rest].join('\n');
  const knocks = ['ProxyCommand', proxyCommand(surroundings, profile.id)] as const;
  const target = ['HostName', literally(host)] as const;
  if (jump.host === '') {
    return `${comment}\n${section(alias, [target, ['Port', String(portOf(profile))], ...account, ...options.lines, knocks])}\n`;
  }
  const port = launch.port === null ? [] : [['Port', String(launch.port)] as const];
  const through = `${alias}-jump`;
  const first = section(alias, [target, ...port, ...account, ...options.lines, ['ProxyJump', through]]);
  const second = section(through, [
    ['HostName', literally(jump.host)],
    ['Port', String(door.port)],
    ...(jump.user === '' ? [] : [['User', jump.user] as const]),
    ...(isSshKey ? [['IdentityFile', configQuote(literally(key))] as const] : []),
    knocks,
  ]);
  return `${comment}\n${first}\n\n${second}\n`;
}
