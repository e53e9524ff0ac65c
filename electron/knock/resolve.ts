import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { literalFamily } from '../../shared/model/host.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { untilAborted } from './abort.ts';
import { KnockError, lookupProblem } from './errors.ts';

/**
 * One literal address, spelled in the one usual way (RFC 5952): every knock, the check and the launch of a run use the
 * same one, and a server's turn, lock and memory go by it.
 */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** The part of `dns.promises.lookup` that is needed. */
export type Lookup = (host: string) => Promise<readonly LookupAddress[]>;

/** The system's resolver (hosts file, DNS, mDNS), in the order that it prefers. */
export const lookupAll: Lookup = (host) => systemLookup(host, { all: true, verbatim: true });

/**
 * Resolves once. The answer holds the first address of each wanted family, the system's favourite first; never empty.
 *
 * @throws {KnockError} `name-not-found`, `name-lookup-failed`, `no-address-of-family`
 */
export async function resolveHost(
  host: string,
  family: Profile['family'],
  lookup: Lookup,
  signal: AbortSignal,
): Promise<readonly [Address, ...Address[]]> {
  const literal = literalFamily(host);
  const found = literal === 0 ? await answer(host, lookup, signal) : [{ address: host, family: literal }];
  const wanted = family === 'automatic' ? [4, 6] : [family === 'ipv4' ? 4 : 6];
  const firsts: Address[] = [];
  for (const { address, family: is } of found) {
    if ((is === 4 || is === 6) && wanted.includes(is) && !firsts.some((first) => first.family === is)) {
      firsts.push({ address: is === 6 ? usualSpelling(address) : address, family: is });
    }
  }
  const [first, ...rest] = firsts;
  if (first === undefined) {
    const name = family === 'ipv6' ? 'IPv6' : 'IPv4';
    throw new KnockError({ code: 'no-address-of-family', field: 'family', params: { host, family: name } });
  }
  return [first, ...rest];
}

/** `FD77:0::2` is `fd77::2`. The zone, a name of the system's own, stays as it is; an IPv4 end keeps its dots. */
function usualSpelling(address: string): string {
  const [bare = '', ...zone] = address.split(/(?=%)/);
  if (!ipaddr.IPv6.isValid(bare)) return address;
  const parsed = ipaddr.IPv6.parse(bare);
  const usual = parsed.isIPv4MappedAddress() ? `::ffff:${parsed.toIPv4Address()}` : parsed.toRFC5952String();
  return usual + zone.join('');
}

/** A look-up cannot be cancelled, but nobody has to wait for it. */
async function answer(host: string, lookup: Lookup, signal: AbortSignal): Promise<readonly LookupAddress[]> {
  signal.throwIfAborted();
  try {
    return await untilAborted(lookup(host), signal);
  } catch (error) {
    signal.throwIfAborted();
    throw new KnockError(lookupProblem(error, host), error);
  }
}
