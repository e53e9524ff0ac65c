import { networkInterfaces } from 'node:os';
import { KnockError } from './errors.ts';
import type { Interfaces } from './source.ts';

/**
 * An address with its zone as Node takes it: the interface's name, on Windows its number. Either may be typed.
 *
 * Node takes a zone that it cannot read for none, and then chooses an interface by itself (libuv, `uv_ip6_addr` and
 * `uv__ipv6_link_local_scope_id`): the sequence would go out to a network that it is not for.
 *
 * @throws {KnockError} `zone-unknown` when no interface that is up is called so
 */
export function withKnownZone(
  address: string,
  interfaces: Interfaces = networkInterfaces,
  platform: NodeJS.Platform = process.platform,
): string {
  const [bare = '', zone] = address.split('%');
  if (zone === undefined) return address;
  for (const [name, infos] of Object.entries(interfaces())) {
    const index = infos?.map((info) => (info.family === 'IPv6' ? info.scopeid : 0)).find((scope) => scope !== 0);
    if (name !== zone && `${index ?? ''}` !== zone) continue;
    // Without IPv6 it has no number, and a name is no zone there.
    if (platform === 'win32' && index === undefined) continue;
    return `${bare}%${platform === 'win32' ? index : name}`;
  }
  throw new KnockError({ code: 'zone-unknown', field: 'host', params: { host: address, zone } });
}
