import { literalFamily } from '../../shared/model/host.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Problem } from '../../shared/result.ts';

/** What of a profile says how to reach the server; a whole profile will do. */
export type LaunchSource = Pick<Profile, 'name' | 'host' | 'door' | 'launch'>;

// The schemas have checked all of this when the profile was saved. It is refused here once more, by rules of its own,
// because what follows is a command line: a value that begins with "-" would be an option, whatever brought it here.
const HOST = /^(?!-)[\p{L}\p{N}\p{M}._:-]+(?:%[A-Za-z0-9._-]+)?$/u;
const USER = /^(?![-\\$~#%])[^\p{Cc}\p{Z}"'`;&|<>(){}*?!]+$/u;
const IDENTITY_FILE = /^(?!-)\P{Cc}+$/u;
const ZONE = /^[A-Za-z0-9._-]+$/;

/** Whether text is an IPv4 or IPv6 literal, with a zone or without. */
export function isAddress(text: string): boolean {
  const percent = text.indexOf('%');
  if (percent < 0) return literalFamily(text) !== 0;
  return literalFamily(text.slice(0, percent)) === 6 && ZONE.test(text.slice(percent + 1));
}

/** The port that a client is told: the launch's own, else the door's. */
export function portOf({ launch, door }: Pick<LaunchSource, 'launch' | 'door'>): number {
  return launch.port ?? door.port;
}

/** Why a host must not reach a command line, for the form's `field`; none: it may. */
export function hostProblems(host: string, field: string): readonly Problem[] {
  if (host.startsWith('-')) return [{ code: 'host-leading-dash', field }];
  return HOST.test(host) ? [] : [{ code: 'host-characters', field }];
}

/** The same for a user's name. An empty one is left to the client. */
export function userProblems(user: string, field: string): readonly Problem[] {
  return user === '' || USER.test(user) ? [] : [{ code: 'user-characters', field }];
}

/** Everything of a launch that must not reach a command line. */
export function launchProblems(source: LaunchSource, address: string): readonly Problem[] {
  const { host, launch } = source;
  const problems: Problem[] = [...hostProblems(host, 'host'), ...userProblems(launch.user, 'launch.user')];
  if (launch.identityFile !== '' && !IDENTITY_FILE.test(launch.identityFile)) {
    problems.push({ code: 'identity-file-characters', field: 'launch.identityFile' });
  }
  const port = portOf(source);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    problems.push({ code: 'port-range', field: 'launch.port', params: { port } });
  }
  if (!isAddress(address)) problems.push({ code: 'internal', params: { reason: 'the address to connect to is none' } });
  return problems;
}
