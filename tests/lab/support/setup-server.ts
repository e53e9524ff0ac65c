import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SetupBlock, writeCommand } from '../../../shared/formats/server-setup/document.ts';
import type { ServerSetup, SetupStepId } from '../../../shared/formats/server-setup/setup.ts';
import { run } from './command.ts';
import type { Lab } from './lab.ts';

/**
 * What stands in for the rest of a server: sudo (the tests are root), apt-get (the packages are there) and systemctl,
 * which starts knockd as Debian's unit does: its options, its capabilities and no others, everything killed at the end;
 * and does what a door's own unit says.
 */
const STAND_INS = {
  sudo: '#!/bin/sh\nexec "$@"\n',
  'apt-get': '#!/bin/sh\nmkdir -p /etc/iptables\n',
  systemctl: `#!/bin/sh
stop() {
  [ -f /run/knockd.pid ] || return 0
  kill $(cat /run/knockd.pid) 2>/dev/null
  pkill -KILL -s $(cat /run/knockd.pid)
  rm -f /run/knockd.pid
}
start() {
  KNOCKD_OPTS=
  [ -f /etc/default/knockd ] && . /etc/default/knockd
  command=$(sed -n 's/^ExecStart=\\(..*\\)$/\\1/p' /etc/systemd/system/knockd.service.d/*.conf 2>/dev/null)
  setsid -f setpriv --bounding-set -all,+net_raw,+net_admin,+sys_module \\
    sh -c 'echo $$ > /run/knockd.pid; exec "$@" -v -D' sh \${command:-/usr/sbin/knockd $KNOCKD_OPTS} > /run/knockd.log 2>&1
  for _ in $(seq 1000); do grep -q 'listening on' /run/knockd.log && return 0; sleep 0.05; done
  cat /run/knockd.log >&2
  return 1
}
case "$*" in
  'restart knockd') stop; start ;;
  'disable --now knockd') stop ;;
  'enable --now toctoc-'* | 'start toctoc-'*)
    for name; do :; done
    sed -n 's/^ExecStart=//p' /etc/systemd/system/$name.service | sh -e ;;
esac
`,
} as const;

/** A shell on the lab's server, with an /etc and a /run of its own: everything there may be written over. */
export class SetupServer {
  readonly #lab: Lab;
  readonly #folder: string;
  readonly #keeper: ChildProcess;

  private constructor(lab: Lab, folder: string, keeper: ChildProcess) {
    this.#lab = lab;
    this.#folder = folder;
    this.#keeper = keeper;
  }

  static async create(lab: Lab): Promise<SetupServer> {
    const folder = join(lab.folder, 'setup');
    mkdirSync(join(folder, 'bin'), { recursive: true });
    cpSync('/etc', join(folder, 'etc'), { recursive: true, verbatimSymlinks: true });
    for (const [name, text] of Object.entries(STAND_INS))
      writeFileSync(join(folder, 'bin', name), text, { mode: 0o755 });
    const mounts = `mount --bind ${folder}/etc /etc && mount -t tmpfs tmpfs /run && echo ready && exec sleep infinity`;
    const [file, ...args] = lab.on('server', 'unshare', '--mount', '--propagation', 'private', 'sh', '-c', mounts);
    const keeper = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(keeper.stdout, 'data');
    return new SetupServer(lab, folder, keeper);
  }

  /** Runs lines of a shell as they stand, and stops at the first that fails. */
  sh(lines: string): Promise<string> {
    const path = `${this.#folder}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin`;
    const shell = ['env', `PATH=${path}`, 'sh', '-e', '-c', lines];
    return run('nsenter', '--target', String(this.#keeper.pid), '--mount', '--net', ...shell);
  }

  /** Does what one block says: writes the file with the command that is offered for it, or runs the lines. */
  apply(block: SetupBlock): Promise<string> {
    return this.sh(block.kind === 'file' ? writeCommand(block) : block.text);
  }

  /** Does the whole step, in its order. Blocks for a person to watch with are left out by `unless`. */
  async follow(setup: ServerSetup, id: SetupStepId, unless: readonly string[] = []): Promise<void> {
    const blocks = setup.steps.find((step) => step.id === id)?.blocks ?? [];
    for (const block of blocks) if (!unless.includes(block.id)) await this.apply(block);
  }

  /** Every rule that is in force, without counters. */
  rules(): Promise<string> {
    return this.sh(
      'for t in iptables ip6tables; do $t -S; done; nft -s list ruleset 2>/dev/null | sed "s/packets .*bytes [0-9]*//"',
    );
  }

  async remove(): Promise<void> {
    await this.sh('systemctl disable --now knockd; ufw --force disable');
    await this.sh('for t in iptables ip6tables; do $t -F; $t -X; $t -P INPUT ACCEPT; done; nft flush ruleset');
    this.#keeper.kill();
    await once(this.#keeper, 'close');
    rmSync(this.#folder, { recursive: true, force: true });
    await this.#lab.firewall('drop');
  }
}
