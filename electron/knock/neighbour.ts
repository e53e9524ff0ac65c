import { readFileSync } from 'node:fs';

/** The kernel's table of IPv4 neighbours, as text; empty where there is none (only Linux has it). */
export type NeighbourTable = () => string;

const arpTable: NeighbourTable = () => {
  try {
    return readFileSync('/proc/net/arp', 'latin1');
  } catch {
    return '';
  }
};

/**
 * Whether `address` is one of our own network that nobody answers for: our system has asked who has it, in vain, and
 * says EHOSTUNREACH, which is also what a firewall's refusal looks like that came from there. In the table such an
 * address has the flags 0 (proc(5), ATF_COM is 2). IPv6 has no such table: there nothing is known.
 */
export function isMissingNeighbour(address: string, table: NeighbourTable = arpTable): boolean {
  const [, ...lines] = table().split('\n');
  return lines.some((line) => {
    const [ip, , flags] = line.split(/\s+/);
    return ip === address && Number(flags) === 0;
  });
}
