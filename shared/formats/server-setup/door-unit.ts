import type { SetupFile } from './document.ts';

/** Whatever else loads rules at a start: ours come after them, and again when one of them has begun anew. */
const FIREWALLS = 'nftables.service iptables.service ip6tables.service';

/** What the unit is called, without its `.service`. */
export function doorUnitName(port: number): string {
  return `toctoc-${port}`;
}

/**
 * A unit of the door's own, which puts its rules in force at every start, before the network is there. For every
 * distribution but Debian, because what they load differs, and some load nothing: openSUSE has no service for iptables,
 * and one for nftables only lately (its nftables.spec). Where firewalld runs (Fedora and openSUSE, unless changed)
 * nftables.service must not be enabled either: systemd would end one for the other.
 *
 * `PartOf` and `ReloadPropagatedFrom`: see systemd.unit(5). Like nftables.service it does without the default
 * dependencies, which would have it wait for what waits for the network.
 *
 * @param loader a program with its options, to which `file` is given
 */
export function doorUnit(port: number, comment: string, loader: string, file: string): SetupFile {
  const lines = [
    '[Unit]',
    `Description=${comment}`,
    'DefaultDependencies=no',
    'Wants=network-pre.target',
    `After=local-fs.target ${FIREWALLS} firewalld.service`,
    'Before=network-pre.target shutdown.target',
    'Conflicts=shutdown.target',
    `PartOf=${FIREWALLS}`,
    `ReloadPropagatedFrom=${FIREWALLS}`,
    '',
    '[Service]',
    'Type=oneshot',
    'RemainAfterExit=yes',
    `ExecStart=${loader} ${file}`,
    `ExecReload=${loader} ${file}`,
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  ];
  const path = `/etc/systemd/system/${doorUnitName(port)}.service`;
  return { kind: 'file', id: 'door-unit', path, text: `${lines.join('\n')}\n`, secret: false };
}

/** Starts it now, which tries it, and at every start. */
export function enableDoorUnit(port: number): readonly string[] {
  return ['sudo systemctl daemon-reload', `sudo systemctl enable --now ${doorUnitName(port)}`];
}

/** Where the rules were never made to last there is no unit, and nothing to say. */
export function removeDoorUnit(port: number, ...files: readonly string[]): readonly string[] {
  const name = doorUnitName(port);
  return [
    `sudo systemctl disable --now ${name} 2>/dev/null || true`,
    `sudo rm -f ${[`/etc/systemd/system/${name}.service`, ...files].join(' ')}`,
    'sudo systemctl daemon-reload',
  ];
}
