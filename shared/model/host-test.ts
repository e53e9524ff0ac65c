import type { Problem } from '../result.ts';

/** What one port said. `refused`: a RST or an ICMP error came back, so somebody is there. */
export type PortAnswer = 'open' | 'refused' | 'silent';

/** What was found out about one address. Times are ms. */
export interface AddressTest {
  readonly address: string;
  readonly family: 4 | 6;
  /** The local address that packets leave from; `null`: there is no route, and nothing was sent. */
  readonly from: string | null;
  /** `null`: not asked, for want of a route. */
  readonly door: PortAnswer | null;
  /** From a packet to the first answer, of whichever port. */
  readonly rttMs: number | null;
  /** The ssh server's first line, where the door is open and is one. */
  readonly banner: string | null;
  /** Whether another port answered, one that is no knock; `null`: not asked, because the door had answered. */
  readonly othersAnswered: boolean | null;
  /** Our own system asked the local network who has the address, and nobody does. */
  readonly nobody: boolean;
}

/** How a test of a host ended. */
export type HostTest =
  | { readonly result: 'tested'; readonly addresses: readonly [AddressTest, ...AddressTest[]] }
  /** No address, or a source that this computer does not have. */
  | { readonly result: 'failed'; readonly problem: Problem }
  /** A run to this server had its turn all the time. */
  | { readonly result: 'busy' }
  | { readonly result: 'cancelled' };

/**
 * What it means, the likeliest to be of use first:
 * - `open`: no knock is needed now;
 * - `refused`: packets arrive, and the port is refused;
 * - `guarded`: the host lives and the door's port is silent, as behind a firewall: the knock is what does not fit;
 * - `silent`: nothing answers at all: off, elsewhere, or hidden from everybody until it is knocked;
 * - `nobody`: nobody in the local network has this address;
 * - `no-route`: this computer cannot reach the address.
 */
export const HOST_VERDICTS = ['open', 'refused', 'guarded', 'silent', 'nobody', 'no-route'] as const;
export type HostVerdict = (typeof HOST_VERDICTS)[number];

/** What the looks at one address come to. */
export function verdictOf({ from, door, othersAnswered, nobody }: AddressTest): HostVerdict {
  if (from === null || door === null) return 'no-route';
  if (door !== 'silent') return door;
  if (othersAnswered === true) return 'guarded';
  return nobody ? 'nobody' : 'silent';
}

/** The verdict over all addresses of a host: the one that says most, with its address. */
export function bestVerdict(addresses: readonly [AddressTest, ...AddressTest[]]): {
  readonly verdict: HostVerdict;
  readonly address: AddressTest;
} {
  const rank = (address: AddressTest) => HOST_VERDICTS.indexOf(verdictOf(address));
  const address = addresses.reduce((best, one) => (rank(one) < rank(best) ? one : best));
  return { verdict: verdictOf(address), address };
}
