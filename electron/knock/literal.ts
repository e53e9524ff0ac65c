import { isIPv4, isIPv6 } from 'node:net';

/**
 * 4 or 6 for an address literal (zones included), 0 for a name: what the system's own parser takes. The page, which has
 * no Node, asks shared/model/host.ts; hosts and sources that were checked there are read alike here.
 */
export function literalFamily(host: string): 0 | 4 | 6 {
  if (isIPv4(host)) return 4;
  const [bare = '', ...zone] = host.split('%');
  return isIPv6(bare) && zone.length < 2 && zone[0] !== '' ? 6 : 0;
}
