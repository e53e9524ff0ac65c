import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Background, run, start } from './command.ts';

/** What stands between the client and the service ports. `reject`: a refusal; `drop-all`: nothing but answers gets in. */
export type Firewall = 'open' | 'drop' | 'reject' | 'drop-all';

export const SERVER = {
  clean4: '10.77.0.2',
  clean6: 'fd77::2',
  rough4: '10.78.0.2',
  rough6: 'fd78::2',
  /** Both families of the clean path, from the client's hosts file. */
  name: 'server.lab',
} as const;
/** Where sshd listens; the firewall guards all of them. */
export const SSH_PORTS = [22, 8022, 9022] as const;

/**
 * A client and a server in network namespaces of their own, with the real knockd, iptables and sshd:
 *
 *     client c0 10.77.0.1 fd77::1  ── clean ──────────────────  server s0 10.77.0.2 fd77::2
 *     client c1 10.78.0.1 fd78::1  ── relay (delay, loss) ────  server s1 10.78.0.2 fd78::2
 *
 * Further client addresses: 10.98.0.0/16 on the clean path, 10.99.0.0/16 on the rough one; further server addresses:
 * 10.88.0.0/16 on the clean path. Root on Linux; nothing outside the namespaces is touched but their entries in
 * /etc/netns.
 */
export class Lab {
  /** Keys, configuration, logs; readable by everybody, for the app that runs as another user. */
  readonly folder: string;
  readonly #name: string;
  #knockd: Background | null = null;
  #sshd: Background | null = null;
  #relay: Background | null = null;

  private constructor(folder: string, name: string) {
    this.folder = folder;
    this.#name = name;
  }

  /** The lab that {@link file://./with-lab.ts} put the tests into. */
  static current(): Lab {
    const state = process.env['TOCTOC_LAB'];
    if (state === undefined) throw new Error('No lab: run these tests by `npm test -- lab`, as root on Linux.');
    const [folder = '', name = ''] = state.split('|');
    return new Lab(folder, name);
  }

  /** For the environment of those who use the lab; see {@link Lab.current}. */
  get state(): string {
    return `${this.folder}|${this.#name}`;
  }

  static async create(): Promise<Lab> {
    const folder = await mkdtemp(join(tmpdir(), 'toctoc-lab-'));
    const lab = new Lab(folder, `toctoc${process.pid}`);
    try {
      await run('chmod', '755', folder);
      await run('gcc', '-O2', '-Wall', '-o', join(folder, 'relay'), join(import.meta.dirname, 'relay.c'));
      await lab.#connect();
      await lab.#startSshd();
      await lab.firewall('drop');
      await lab.path(0, 0, 0);
      return lab;
    } catch (error) {
      await lab.remove();
      throw error;
    }
  }

  /** The command line that runs `command` on the client or on the server. */
  on(side: 'client' | 'server' | 'middle', ...command: readonly string[]): readonly [string, ...string[]] {
    return ['ip', 'netns', 'exec', `${this.#name}-${side}`, ...command];
  }

  client(...command: readonly string[]): Promise<string> {
    return run(...this.on('client', ...command));
  }

  server(...command: readonly string[]): Promise<string> {
    return run(...this.on('server', ...command));
  }

  /** (Re)starts knockd with this configuration, on the clean path's interface or on the rough one's. */
  async knockd(config: string, path: 'clean' | 'rough' = 'clean'): Promise<Background> {
    await this.#knockd?.stop();
    const file = join(this.folder, 'knockd.conf');
    writeFileSync(file, config);
    const device = path === 'clean' ? 's0' : 's1';
    const log = join(this.folder, 'knockd.log');
    this.#knockd = await start(
      log,
      'listening on',
      ...this.on('server', 'knockd', '-i', device, '-c', file, '-v', '-D'),
    );
    return this.#knockd;
  }

  async stopKnockd(): Promise<void> {
    await this.#knockd?.stop();
    this.#knockd = null;
  }

  /** What sshd has logged since the lab was made. */
  sshdLog(): string {
    return readFileSync(join(this.folder, 'sshd.log'), 'utf8');
  }

  /** Sets the server's firewall anew, for both families; openings made by knockd are gone. */
  async firewall(kind: Firewall): Promise<void> {
    const guarded = ['-p', 'tcp', '-m', 'multiport', '--dports', SSH_PORTS.join(',')];
    for (const tables of ['iptables', 'ip6tables']) {
      await this.server(tables, '-P', 'INPUT', 'ACCEPT');
      await this.server(tables, '-F', 'INPUT');
      if (kind === 'drop') await this.server(tables, '-A', 'INPUT', ...guarded, '-j', 'DROP');
      // Over IPv6 by a RST: Linux rations ICMPv6 errors to about one a second, and most refusals would not be heard.
      const by = tables === 'ip6tables' ? ['--reject-with', 'tcp-reset'] : [];
      if (kind === 'reject') await this.server(tables, '-A', 'INPUT', ...guarded, '-j', 'REJECT', ...by);
      if (kind !== 'drop-all') continue;
      await this.server(tables, '-A', 'INPUT', '-i', 'lo', '-j', 'ACCEPT');
      await this.server(tables, '-A', 'INPUT', '-m', 'conntrack', '--ctstate', 'ESTABLISHED,RELATED', '-j', 'ACCEPT');
      if (tables === 'ip6tables') await this.server(tables, '-A', 'INPUT', '-p', 'icmpv6', '-j', 'ACCEPT');
      await this.server(tables, '-P', 'INPUT', 'DROP');
    }
  }

  /** The rough path, each way: delay and jitter in ms, loss in percent. */
  async path(delayMs: number, jitterMs: number, lossPercent: number): Promise<void> {
    await this.#relay?.stop();
    // The one that the lab began with belongs to another process. Two relays would deliver everything twice.
    await this.#endAll('middle');
    const numbers = [delayMs, jitterMs, lossPercent].map(String);
    const relay = this.on('middle', join(this.folder, 'relay'), 'mc', 'ms', ...numbers);
    this.#relay = await start(join(this.folder, 'relay.log'), 'relaying', ...relay);
  }

  /** The ids of the client's processes whose command line matches. */
  async clientProcesses(pattern: RegExp): Promise<readonly number[]> {
    const pids = (await run('ip', 'netns', 'pids', `${this.#name}-client`)).split(/\s+/).filter((word) => word !== '');
    return pids.map(Number).filter((pid) => pattern.test(commandLine(pid)));
  }

  /** Ends what was started and removes the namespaces. */
  async remove(): Promise<void> {
    for (const background of [this.#knockd, this.#relay, this.#sshd]) await background?.stop();
    for (const side of ['client', 'server', 'middle']) {
      await this.#endAll(side);
      await run('ip', 'netns', 'del', `${this.#name}-${side}`).catch(() => '');
      rmSync(`/etc/netns/${this.#name}-${side}`, { recursive: true, force: true });
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Ends every process on one side, terminals and sessions that tests opened included: nobody else has any in here. */
  async #endAll(side: string): Promise<void> {
    const pids = await run('ip', 'netns', 'pids', `${this.#name}-${side}`).catch(() => '');
    const all = pids.split(/\s+/).filter((word) => word !== '');
    for (const pid of all) await run('kill', pid).catch(() => '');
    for (let i = 0; i < 100 && all.some((pid) => commandLine(Number(pid)) !== ''); i++) await sleep(50);
  }

  async #connect(): Promise<void> {
    const [c, s, m] = ['client', 'server', 'middle'].map((side) => `${this.#name}-${side}`) as [string, string, string];
    const hosts = `127.0.0.1 localhost\n::1 localhost\n${SERVER.clean4} ${SERVER.name}\n${SERVER.clean6} ${SERVER.name}\n`;
    for (const namespace of [c, s, m]) {
      // `ip netns exec` lays these over /etc: names without a name server.
      mkdirSync(`/etc/netns/${namespace}`, { recursive: true });
      writeFileSync(`/etc/netns/${namespace}/hosts`, hosts);
      writeFileSync(`/etc/netns/${namespace}/resolv.conf`, 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n');
      await run('ip', 'netns', 'add', namespace);
      await run('ip', '-n', namespace, 'link', 'set', 'lo', 'up');
      const dad = ['net.ipv6.conf.all.accept_dad=0', 'net.ipv6.conf.default.accept_dad=0'];
      const filter = ['net.ipv4.conf.all.rp_filter=0', 'net.ipv4.conf.default.rp_filter=0'];
      await run('ip', 'netns', 'exec', namespace, 'sysctl', '-qw', ...dad, ...filter);
    }
    await run('ip', 'link', 'add', 'c0', 'netns', c, 'type', 'veth', 'peer', 'name', 's0', 'netns', s);
    await run('ip', 'link', 'add', 'c1', 'netns', c, 'type', 'veth', 'peer', 'name', 'mc', 'netns', m);
    await run('ip', 'link', 'add', 's1', 'netns', s, 'type', 'veth', 'peer', 'name', 'ms', 'netns', m);
    const ends = [
      [c, 'c0', '10.77.0.1/24', 'fd77::1/64'],
      [s, 's0', '10.77.0.2/24', 'fd77::2/64'],
      [c, 'c1', '10.78.0.1/24', 'fd78::1/64'],
      [s, 's1', '10.78.0.2/24', 'fd78::2/64'],
      [m, 'mc'],
      [m, 'ms'],
    ] as const;
    for (const [namespace, device, ...addresses] of ends) {
      for (const address of addresses) {
        const nodad = address.includes(':') ? ['nodad'] : [];
        await run('ip', '-n', namespace, 'addr', 'add', address, 'dev', device, ...nodad);
      }
      // The relay sends frames as it got them: they have to carry checksums and be no larger than the link.
      const offloads = ['tx', 'rx', 'gso', 'gro', 'tso'].flatMap((name) => [name, 'off']);
      await run('ip', 'netns', 'exec', namespace, 'ethtool', '-K', device, ...offloads).catch(() => '');
      await run('ip', '-n', namespace, 'link', 'set', device, 'up');
    }
    await run('ip', '-n', c, 'route', 'add', 'local', '10.98.0.0/16', 'dev', 'lo');
    await run('ip', '-n', s, 'route', 'add', '10.98.0.0/16', 'via', '10.77.0.1');
    await run('ip', '-n', c, 'route', 'add', 'local', '10.99.0.0/16', 'dev', 'lo');
    await run('ip', '-n', s, 'route', 'add', '10.99.0.0/16', 'via', '10.78.0.1');
    await run('ip', '-n', s, 'route', 'add', 'local', '10.88.0.0/16', 'dev', 'lo');
    await run('ip', '-n', c, 'route', 'add', '10.88.0.0/16', 'via', '10.77.0.2');
  }

  async #startSshd(): Promise<void> {
    const at = (name: string) => join(this.folder, name);
    for (const key of ['host-key', 'client-key'])
      await run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', at(key));
    const lines = [
      ...SSH_PORTS.map((port) => `Port ${port}`),
      `HostKey ${at('host-key')}`,
      `PidFile ${at('sshd.pid')}`,
      `AuthorizedKeysFile ${at('client-key.pub')}`,
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'PermitRootLogin prohibit-password',
      'UseDNS no',
      'LogLevel VERBOSE',
      'Subsystem sftp internal-sftp',
    ];
    writeFileSync(at('sshd_config'), `${lines.join('\n')}\n`);
    mkdirSync('/run/sshd', { recursive: true });
    const sshd = this.on('server', '/usr/sbin/sshd', '-D', '-e', '-f', at('sshd_config'));
    this.#sshd = await start(at('sshd.log'), 'Server listening', ...sshd);
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
