import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { KnockError } from './errors.ts';
import { literalFamily } from './literal.ts';

/** The part of `os.networkInterfaces` that is needed. */
export type Interfaces = () => NodeJS.Dict<readonly NetworkInterfaceInfo[]>;

/**
 * The local address to send from: `undefined` for an empty source, a literal as it is, or the first address of that
 * family on the named interface. Binding to it does not choose the route on Linux and macOS: it does not get around a VPN.
 *
 * @throws {KnockError} `source-not-available`
 */
export function sourceAddress(
  source: string,
  family: 4 | 6,
  interfaces: Interfaces = networkInterfaces,
): string | undefined {
  if (source === '') return undefined;
  if (literalFamily(source) === family) return source;
  const all = interfaces();
  const named = Object.hasOwn(all, source) ? all[source] : undefined;
  const found = named?.find((info) => info.family === `IPv${family}`);
  if (found !== undefined) return found.address;
  throw new KnockError({ code: 'source-not-available', field: 'source', params: { source } });
}
