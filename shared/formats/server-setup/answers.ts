import * as v from 'valibot';
import type { Profile } from '../../model/profile.ts';
import { PortSchema } from '../../model/sequence.ts';

export const FIREWALLS = ['iptables', 'nftables', 'ufw'] as const;
export type Firewall = (typeof FIREWALLS)[number];

/** `debian`: `/etc/default/knockd`, as Debian and Ubuntu read it; `systemd`: a drop-in, for any other distribution. */
export const STARTS = ['debian', 'systemd'] as const;

const MIN_OPEN_S = 5;
const MAX_OPEN_S = 86_400;

/**
 * A network interface of Linux: at most 15 bytes, no slash and no white space (`dev_valid_name` in net/core/dev.c); here
 * no shell signs either. `ip -brief address` shows what a VLAN or a container's interface hangs on behind its name
 * (`eth0.10@eth0`, `eth0@if5`): knockd would find no such device.
 */
const InterfaceSchema = v.pipe(
  v.string('interface-characters'),
  v.transform((name) => name.trim().replace(/(?<=.)@[A-Za-z0-9_.-]+$/, '')),
  v.regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}$/, 'interface-characters'),
);

const OpenSecondsSchema = v.pipe(
  v.number('open-seconds-range'),
  v.integer('open-seconds-range'),
  v.minValue(MIN_OPEN_S, 'open-seconds-range'),
  v.maxValue(MAX_OPEN_S, 'open-seconds-range'),
);

/** What a sysadmin is asked about the server. */
export const SetupAnswersSchema = v.object({
  servicePort: PortSchema,
  firewall: v.picklist(FIREWALLS, 'value-unknown'),
  interface: InterfaceSchema,
  /** `timed`: the server shuts the door by itself after so many seconds; `sequence`: the close sequence does. */
  closing: v.picklist(['timed', 'sequence'], 'value-unknown'),
  openSeconds: OpenSecondsSchema,
  ipv6: v.boolean('value-unknown'),
  start: v.picklist(STARTS, 'value-unknown'),
});

export type SetupAnswers = v.InferOutput<typeof SetupAnswersSchema>;

/** What is known of the client's side. */
export type SetupProfile = Pick<
  Profile,
  | 'name'
  | 'host'
  | 'family'
  | 'sequence'
  | 'closeSequence'
  | 'gapMs'
  | 'connectMode'
  | 'seqTimeoutS'
  | 'launch'
  | 'door'
>;

/** Long enough to log in by hand; a session that stands survives the closing. */
const DEFAULT_OPEN_S = 30;

/** What the questions begin with, as far as the profile says. */
export function firstAnswers(profile: SetupProfile): SetupAnswers {
  return {
    servicePort: profile.door.port,
    firewall: 'nftables',
    interface: 'eth0',
    closing: profile.closeSequence.length > 0 ? 'sequence' : 'timed',
    openSeconds: DEFAULT_OPEN_S,
    ipv6: true,
    start: 'debian',
  };
}
