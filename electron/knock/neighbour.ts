import { readFileSync } from 'node:fs';
import { neighboursOf } from './neighbour-table.ts';
import type { Address } from './resolve.ts';

/** The kernel's table of IPv4 neighbours, as text; empty where there is none (only Linux has it). */
export type ArpTable = () => string;

const arpTable: ArpTable = () => {
  try {
    return readFileSync('/proc/net/arp', 'latin1');
  } catch {
    return '';
  }
};

/**
 * Whether `target` is an address of our own network that nobody answers for: our system has asked who has it, in vain.
 * `false` where that is not known.
 */
export async function isMissingNeighbour({ address, family }: Address): Promise<boolean> {
  return family === 4 ? isMissingInArp(address) : isUnanswered(await neighboursOf(address));
}

/**
 * The same for an IPv4 address, at once. Our system then says EHOSTUNREACH, which is also what a firewall's refusal looks
 * like that came from there. In the table such an address has the flags 0 (proc(5), ATF_COM is 2).
 */
export function isMissingInArp(address: string, table: ArpTable = arpTable): boolean {
  const [, ...lines] = table().split('\n');
  return lines.some((line) => {
    const [ip, , flags] = line.split(/\s+/);
    return ip === address && Number(flags) === 0;
  });
}

/**
 * Whether `ip neigh show to <address>` says that nobody answers: its lines end with the state (ip-neighbour(8)), which is
 * INCOMPLETE while the system asks and FAILED once it has given up. An address without a zone may have a line for each
 * interface, and one answer is enough.
 */
export function isUnanswered(lines: string): boolean {
  const states = lines
    .split('\n')
    .map((line) => line.trim().split(/\s+/).at(-1) ?? '')
    .filter((state) => state !== '');
  return states.length > 0 && states.every((state) => state === 'INCOMPLETE' || state === 'FAILED');
}
