import { fail, ok, type Result } from '../../shared/result.ts';
import { type LaunchSource, launchProblems, portOf } from './checks.ts';

/** The links that the system's handler opens, with the port each means when it names none. */
export const LINK_PORTS = { sftp: 22, ftp: 21, https: 443 } as const;
export type LinkScheme = keyof typeof LINK_PORTS;

/** A host as a link writes it: IPv6 in brackets; a zone has no place in one (RFC 9844 leaves it to dialogues). */
export function linkHost(host: string): string {
  return host.includes(':') ? `[${host.replace(/%.*$/, '')}]` : host;
}

/**
 * A link to the server by its name, because certificates and a file client's own list of keys go by it.
 *
 * @param address the address that was knocked; it only has to be one
 */
export function launchLink(scheme: LinkScheme, source: LaunchSource, address: string): Result<string> {
  const [first, ...rest] = launchProblems(source, address);
  if (first !== undefined) return fail(first, ...rest);
  const { host, launch } = source;
  const user = launch.user === '' || scheme === 'https' ? '' : `${encodeURIComponent(launch.user)}@`;
  const port = portOf(source) === LINK_PORTS[scheme] ? '' : `:${portOf(source)}`;
  return ok(`${scheme}://${user}${linkHost(host)}${port}/`);
}

/**
 * WinSCP's command line: a link, then its own options (https://winscp.net/eng/docs/commandline).
 *
 * It splits that line by itself, and to it a backslash before a quotation mark is no escape (DoCutToken in its
 * source/core/Common.cpp): what follows the mark in a key's path would be options, `/command` among them. No file of
 * Windows has one in its name.
 */
export function winscpArguments(source: LaunchSource, address: string): Result<readonly string[]> {
  const link = launchLink('sftp', source, address);
  if (!link.ok) return link;
  const key = source.launch.identityFile;
  if (key.includes('"')) return fail({ code: 'identity-file-characters', field: 'launch.identityFile' });
  return ok([link.value, ...(key === '' ? [] : [`/privatekey=${key}`])]);
}

/** `mstsc /v:host[:port]`, by the name: its certificate is for that. */
export function remoteDesktopArguments(source: LaunchSource, address: string): Result<readonly string[]> {
  const [first, ...rest] = launchProblems(source, address);
  if (first !== undefined) return fail(first, ...rest);
  return ok([`/v:${linkHost(source.host)}:${portOf(source)}`]);
}
