import { networkInterfaces } from 'node:os';
import { KnockError } from './errors.ts';
import type { Interfaces } from './source.ts';

/** Link-local (RFC 4291, 2.5.6): on each interface such an address is somebody else's. */
const LINK_LOCAL = /^fe[89ab][0-9a-f]:/i;

/**
 * An address with its zone as Node takes it: the interface's name, on Windows its number. Either may be typed. A
 * link-local one without a zone gets it where only one interface can be meant: ssh, which is started later, would want it.
 *
 * Node takes a zone that it cannot read for none, and then chooses an interface by itself (libuv, `uv_ip6_addr` and
 * `uv__ipv6_link_local_scope_id`): the sequence would go out to a network that it is not for.
 *
 * @throws {KnockError} `zone-unknown` when no interface that is up is called so, `zone-missing` when several may be meant
 */
export function withKnownZone(
  address: string,
  interfaces: Interfaces = networkInterfaces,
  platform: NodeJS.Platform = process.platform,
): string {
  const [bare = '', zone] = address.split('%');
  if (zone === undefined) return LINK_LOCAL.test(bare) ? withOnlyZone(bare, interfaces, platform) : address;
  for (const [name, infos] of Object.entries(interfaces())) {
    const index = indexOf(infos);
    if (name !== zone && `${index ?? ''}` !== zone) continue;
    // Without IPv6 it has no number, and a name is no zone there.
    if (platform === 'win32' && index === undefined) continue;
    return `${bare}%${platform === 'win32' ? index : name}`;
  }
  throw new KnockError({ code: 'zone-unknown', field: 'host', params: { host: address, zone } });
}

function withOnlyZone(bare: string, interfaces: Interfaces, platform: NodeJS.Platform): string {
  const zones = Object.entries(interfaces()).flatMap(([name, infos]) => {
    const index = infos?.some(({ internal }) => internal) ? undefined : indexOf(infos);
    return index === undefined ? [] : [platform === 'win32' ? String(index) : name];
  });
  if (zones.length > 1) throw new KnockError({ code: 'zone-missing', field: 'host', params: { address: bare } });
  return [bare, ...zones].join('%');
}

/** An interface's number, which its link-local address carries; `undefined` for one without IPv6. */
function indexOf(infos: ReturnType<Interfaces>[string]): number | undefined {
  return infos?.map((info) => (info.family === 'IPv6' ? info.scopeid : 0)).find((scope) => scope !== 0);
}
