import type { LookupAddress } from 'node:dns';
import { isIPv6, SocketAddress } from 'node:net';
import type { Profile } from '../../shared/model/profile.ts';
import { untilAborted } from './abort.ts';
import { KnockError, lookupProblem } from './errors.ts';
import { literalFamily } from './literal.ts';
import type { Interfaces } from './source.ts';
import { withKnownZone } from './zone.ts';

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
export const lookupAll: Lookup = async (host) => {
  // Loaded here: an address needs no resolver.
  const { lookup } = await import('node:dns/promises');
  return lookup(host, { all: true, verbatim: true });
};

/**
 * Resolves once. The answer holds the first address of each wanted family, the system's favourite first; never empty.
 *
 * @throws {KnockError} `name-not-found`, `name-lookup-failed`, `no-address-of-family`, and those of
 * {@link withKnownZone}
 */
export async function resolveHost(
  host: string,
  family: Profile['family'],
  lookup: Lookup,
  signal: AbortSignal,
  interfaces?: Interfaces,
): Promise<readonly [Address, ...Address[]]> {
  const literal = literalFamily(host);
  const found =
    literal === 0
      ? await answer(host, lookup, signal)
      : [{ address: withKnownZone(host, interfaces), family: literal }];
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
  if (!isIPv6(bare)) return address;
  return new SocketAddress({ address: bare, family: 'ipv6' }).address + zone.join('');
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
