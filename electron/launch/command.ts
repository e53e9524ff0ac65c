import { splitJump } from '../../shared/model/launch.ts';
import { parseSshOptions } from '../../shared/model/ssh-options.ts';
import { fail, ok, type Problem, type Result } from '../../shared/result.ts';
import { oneLine } from '../../shared/text/one-line.ts';
import { hostProblems, isAddress, type LaunchSource, launchProblems, portOf, userProblems } from './checks.ts';
import { shellQuote } from './shell-quote.ts';

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

const userOptions = (user: string) => (user === '' ? [] : ['-l', user]);

/**
 * Goes through the jump host, which is what was knocked. `-J` would look its name up again and might reach another
 * address than the one that opened; its `ProxyCommand` can say which. ssh hands that text to the person's shell, so
 * every word is quoted for one, and every `%` but those of `-W` doubled.
 *
 * @param ssh the path of ssh; `null` where a ProxyCommand cannot be quoted for certain (Windows): then it is `-J`
 */
function jumpOptions({ launch, door }: LaunchSource, address: string, ssh: string | null): readonly string[] {
  const { user, host } = splitJump(launch.jumpHost);
  if (ssh === null) {
    const bracketed = host.includes(':') ? `[${host}]` : host;
    return ['-J', `${user === '' ? '' : `${user}@`}${bracketed}:${door.port}`];
  }
  const options = [
    ...addressOptions(host, door.port, address),
    ...['-p', String(door.port)],
    ...userOptions(user),
    ...identityOptions(launch.identityFile),
  ];
  const quoted = [ssh, ...options].map((word) => literally(shellQuote(word)));
  return ['-o', `ProxyCommand=${[...quoted, '-W', shellQuote('[%h]:%p'), '--', shellQuote(host)].join(' ')}`];
}

/** To `-J` a comma begins another hop: what stands before it in a user's name would be a host that nobody knocked. */
function severalJumps(jumpHost: string): readonly Problem[] {
  return jumpHost.includes(',') ? [{ code: 'jump-host-several', field: 'launch.jumpHost' }] : [];
}

/**
 * The arguments for `ssh`: one array element each, for a spawn without a shell. Nothing of the profile can become an
 * option it was not checked to be: values follow their option, and the host follows `--`.
 *
 * @param address the very address that was knocked, an IPv4 or IPv6 literal, with its zone where it has one
 * @param ssh see {@link jumpOptions}; used with a jump host only
 */
export function sshArguments(
  source: LaunchSource,
  address: string,
  ssh: string | null = null,
): Result<readonly string[]> {
  const { host, launch } = source;
  const jump = splitJump(launch.jumpHost);
  const extra = parseSshOptions(launch.options);
  const [first, ...rest] = [
    ...launchProblems(source, address),
    ...(launch.jumpHost === '' ? [] : hostProblems(jump.host, 'launch.jumpHost')),
    ...userProblems(jump.user, 'launch.jumpHost'),
    ...severalJumps(launch.jumpHost),
    ...(extra.ok ? [] : extra.problems.map((problem) => ({ ...problem, field: 'launch.options' }))),
  ];
  if (first !== undefined) return fail(first, ...rest);
  // Behind a jump host the door's port is the jump host's: ssh knows the server's own, 22 or what its Host block says.
  const port = launch.jumpHost === '' ? portOf(source) : launch.port;
  return ok([
    ...(launch.jumpHost === '' ? addressOptions(host, portOf(source), address) : jumpOptions(source, address, ssh)),
    ...(port === null ? [] : ['-p', String(port)]),
    ...userOptions(launch.user),
    ...identityOptions(launch.identityFile),
    ...(extra.ok ? extra.value : []),
    '--',
    host,
  ]);
}

/** What to call the window: one line that begins with our name, so that no name of a profile looks like an option. */
export function windowTitle(name: string): string {
  return `Toctoc: ${oneLine(name)}`;
}
