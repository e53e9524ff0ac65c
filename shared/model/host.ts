import ipaddr from 'ipaddr.js';
import * as v from 'valibot';

/** Longest name DNS can carry (RFC 1035, 2.3.4), plus room for an IPv6 zone. */
const MAX_HOST = 255;

/**
 * Letters of any script (names are converted by the resolver), digits, dots, hyphens, underscores; colons and a
 * `%zone` for IPv6. Everything else — spaces, control characters, quotes, `@`, `/` — can only be a mistake or an
 * attempt to be read as something other than a host.
 */
const HOST = /^[\p{L}\p{N}\p{M}._:-]+(?:%[A-Za-z0-9._-]+)?$/u;

/** A host as the person typed it: a name, an IPv4 or an IPv6 literal, optionally with a zone. Never looks like an option. */
export const HostSchema = v.pipe(
  v.string('host-empty'),
  v.trim(),
  v.transform((host) => host.replace(/^\[(.*)\]$/, '$1')),
  v.nonEmpty('host-empty'),
  v.maxLength(MAX_HOST, 'host-long'),
  v.check((host) => !host.startsWith('-'), 'host-leading-dash'),
  v.check((host) => HOST.test(host), 'host-characters'),
  v.check((host) => !/[:%]/.test(host) || isIpv6(host), 'host-characters'),
);

/** An interface's name or number. ipaddr.js knows only letters and digits; `br-lan` and `wlan0.100` are common. */
const ZONE = /^[A-Za-z0-9._-]+$/;

function isIpv6(host: string): boolean {
  const percent = host.indexOf('%');
  const address = percent < 0 ? host : host.slice(0, percent);
  // An IPv4 end such as `::01.2.3.4` is one to ipaddr.js, but neither to the system nor to ssh.
  const end = address.slice(address.lastIndexOf(':') + 1);
  const usual = !end.includes('.') || ipaddr.IPv4.isValidFourPartDecimal(end);
  return usual && ipaddr.IPv6.isValid(address) && (percent < 0 || ZONE.test(host.slice(percent + 1)));
}

/** 4 or 6 for an address literal (zones included), 0 for a name: no look-up is made. */
export function literalFamily(host: string): 0 | 4 | 6 {
  // The library throws and catches inside for everything else, which thousands of names would feel.
  if (/^[\d.]+$/.test(host) && ipaddr.IPv4.isValidFourPartDecimal(host)) return 4;
  return host.includes(':') && isIpv6(host) ? 6 : 0;
}
