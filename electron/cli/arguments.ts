import type { Knock, Protocol } from '../../shared/model/sequence.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** The longest sequence an ad-hoc command takes: a bound against mistakes, not knockd's 32. */
const MAX_PORTS = 65_535;

/** A port as a decimal number from 1 to 65535; service names are refused. The problem names the word, one of many. */
export function parsePort(word: string): Result<number> {
  const port = /^\d{1,6}$/.test(word) ? Number(word) : 0;
  return port >= 1 && port <= 65_535 ? ok(port) : fail({ code: 'port-word', params: { word } });
}

/**
 * One `port[:proto]` of `knock(1)`: UDP where it says `udp` or where `-u` makes every knock one, TCP otherwise.
 *
 * knock(1) takes anything but `udp` behind the colon for TCP, `TCP` and `UDP` alike. `TCP` is what it means here too;
 * any other word is refused, because it can only be a mistake.
 */
export function parseKnock(word: string, allUdp: boolean): Result<Knock> {
  const [number = '', suffix, ...more] = word.split(':');
  const protocol: Protocol = allUdp || suffix === 'udp' ? 'udp' : 'tcp';
  if (more.length > 0 || (suffix !== undefined && suffix !== 'udp' && suffix.toLowerCase() !== 'tcp')) {
    return fail({ code: 'protocol-unknown', params: { word } });
  }
  const port = parsePort(number);
  return port.ok ? ok({ kind: 'knock', port: port.value, protocol }) : port;
}

/** Every `port[:proto]` of a command line (none is a sequence too: nothing to knock), or the first that is wrong. */
export function parseKnocks(words: readonly string[], allUdp: boolean): Result<readonly Knock[]> {
  if (words.length > MAX_PORTS) return fail({ code: 'sequence-long', params: { count: words.length, max: MAX_PORTS } });
  const knocks: Knock[] = [];
  for (const word of words) {
    const knock = parseKnock(word, allUdp);
    if (!knock.ok) return knock;
    knocks.push(knock.value);
  }
  return ok(knocks);
}

/** A name of plain letters, digits, dots and hyphens, or an IPv4 address: what nearly everybody types. */
const PLAIN_HOST = /^[a-z0-9](?:[a-z0-9.-]{0,253}[a-z0-9])?$/i;

/** Whether a host needs no closer look: every such word is a host for {@link file://./host-word.ts} too. */
export function isPlainHost(text: string): boolean {
  return PLAIN_HOST.test(text);
}

/** A whole number within bounds, for an option; the problem names the option. */
export function parseNumber(text: string, option: string, least: number, most: number): Result<number> {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return ok(number);
  const code = /^[+-]?\d+$/.test(text) ? 'option-range' : 'option-number';
  return fail({ code, params: { option, value: text, least, most } });
}
