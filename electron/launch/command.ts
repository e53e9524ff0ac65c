import { literalFamily } from '../../shared/model/host.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { fail, ok, type Problem, type Result } from '../../shared/result.ts';
import { oneLine } from '../../shared/text/one-line.ts';

/** What of a profile says how to reach the server; a whole profile will do. */
export type SshTarget = Pick<Profile, 'name' | 'host' | 'door' | 'launch'>;

// The schemas have checked all of this when the profile was saved. It is refused here once more, by rules of its own,
// because what follows is a command line: a value that begins with "-" would be an option, whatever brought it here.
const HOST = /^(?!-)[\p{L}\p{N}\p{M}._:-]+(?:%[A-Za-z0-9._-]+)?$/u;
const USER = /^(?![-\\$~#%])[^\p{Cc}\p{Z}"'`;&|<>(){}*?!]+$/u;
const IDENTITY_FILE = /^(?!-)\P{Cc}+$/u;
const ZONE = /^[A-Za-z0-9._-]+$/;

function isAddress(text: string): boolean {
  const percent = text.indexOf('%');
  if (percent < 0) return literalFamily(text) !== 0;
  return literalFamily(text.slice(0, percent)) === 6 && ZONE.test(text.slice(percent + 1));
}

function problemsOf({ host, launch }: SshTarget, port: number, address: string): readonly Problem[] {
  const problems: Problem[] = [];
  if (host.startsWith('-')) problems.push({ code: 'host-leading-dash', field: 'host' });
  else if (!HOST.test(host)) problems.push({ code: 'host-characters', field: 'host' });
  if (launch.user !== '' && !USER.test(launch.user)) problems.push({ code: 'user-characters', field: 'launch.user' });
  if (launch.identityFile !== '' && !IDENTITY_FILE.test(launch.identityFile)) {
    problems.push({ code: 'identity-file-characters', field: 'launch.identityFile' });
  }
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    problems.push({ code: 'port-range', field: 'launch.port', params: { port } });
  }
  if (!isAddress(address)) problems.push({ code: 'internal', params: { reason: 'the address to connect to is none' } });
  return problems;
}

/** ssh expands `%h` and its like in some values, where `%%` stands for a percent sign (ssh_config(5), TOKENS). */
function literally(text: string): string {
  return text.replaceAll('%', '%%');
}

/**
 * `-i` complains when the file is missing, so it is the better one. But it looks for the file before it expands `%`,
 * and opens it afterwards (OpenSSH 9.2, ssh.c): no writing of a path with a percent sign survives both. The option
 * does, and is read like a line of the configuration file, in quotes.
 */
function identityOptions(file: string): readonly string[] {
  if (file === '') return [];
  if (!file.includes('%')) return ['-i', file];
  return ['-o', `IdentityFile="${literally(file).replace(/["\\]/g, '\\$&')}"`];
}

/**
 * The address that was knocked, while host keys and the person's own `Host` block keep going by the name. The alias is
 * what ssh itself looks up in `known_hosts`: on a port other than 22 that is `[name]:port`. A host that is an address
 * needs neither.
 */
function addressOptions(host: string, port: number, address: string): readonly string[] {
  if (isAddress(host)) return [];
  const alias = port === 22 ? host : `[${host}]:${port}`;
  return ['-o', `HostName=${literally(address)}`, '-o', `HostKeyAlias=${alias}`];
}

/**
 * The arguments for `ssh`: one array element each, for a spawn without a shell. Nothing of the profile can become an
 * option: values follow their option, and the host follows `--`.
 *
 * @param address the very address that was knocked, an IPv4 or IPv6 literal, with its zone where it has one
 */
export function sshArguments(target: SshTarget, address: string): Result<readonly string[]> {
  const { host, launch } = target;
  const port = launch.port ?? target.door.port;
  const [first, ...rest] = problemsOf(target, port, address);
  if (first !== undefined) return fail(first, ...rest);
  return ok([
    ...addressOptions(host, port, address),
    ...['-p', String(port)],
    ...(launch.user === '' ? [] : ['-l', launch.user]),
    ...identityOptions(launch.identityFile),
    '--',
    host,
  ]);
}

/** What to call the window: one line that begins with our name, so that no name of a profile looks like an option. */
export function windowTitle(name: string): string {
  return `Toctoc: ${oneLine(name)}`;
}
