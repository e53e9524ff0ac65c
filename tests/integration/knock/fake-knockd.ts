import type { Clock } from '../../../electron/knock/clock.ts';
import { KnockdRules } from '../../../electron/practice/knockd-rules.ts';
import type { Knock, Sequence } from '../../../shared/model/sequence.ts';
import { Listeners, ownPort, V4 } from './listeners.ts';

export interface FakeOptions {
  readonly clock: Clock;
  readonly hosts: readonly string[];
  /** The hosts over which its command opens something: a stock door opens nothing over IPv6. */
  readonly opensOn: readonly string[];
  readonly seqTimeoutS: number;
  /** What the door says; `null`: nothing, and it stays. */
  readonly greeting: string | null;
  /** Whether the packet with this number (from 1) is lost on its way. */
  readonly loses: (packet: number) => boolean;
}

/** A server with knockd's rules, an open and a close sequence, and a door that is really a port, on loopback. */
export class FakeKnockd {
  readonly sequence: Sequence;
  readonly closeSequence: Sequence;
  readonly door: number;
  /** What came, as `1`, `2`, `3` for the knocks of the sequence, in order. */
  readonly heard: string[] = [];
  /** How often each host's rule was added, as by a command that appends. */
  readonly rules = new Map<string, number>();
  readonly #options: FakeOptions;
  readonly #knocks = new Listeners();
  readonly #doors = new Map<string, Listeners>();

  private constructor(options: FakeOptions, knocks: readonly Knock[], door: number) {
    this.#options = options;
    this.sequence = knocks;
    this.closeSequence = knocks.toReversed();
    this.door = door;
  }

  static async start(differs: Partial<FakeOptions> & Pick<FakeOptions, 'clock'>): Promise<FakeKnockd> {
    const hosts = differs.hosts ?? [V4.address];
    const options: FakeOptions = {
      ...{ hosts, opensOn: hosts, seqTimeoutS: 5, greeting: 'SSH-2.0-fake\r\n', loses: () => false },
      ...differs,
    };
    const [one, two, three, door] = await freePorts(hosts);
    const tcp = (port: number): Knock => ({ kind: 'knock', port, protocol: 'tcp' });
    const server = new FakeKnockd(options, [tcp(one), { ...tcp(two), protocol: 'udp' }, tcp(three)], door);
    const doors = [
      { name: 'open', sequence: [tcp(one), { ...tcp(two), protocol: 'udp' as const }, tcp(three)] },
      { name: 'close', sequence: [tcp(three), { ...tcp(two), protocol: 'udp' as const }, tcp(one)] },
    ];
    const rules = new KnockdRules(doors.map((one) => ({ ...one, seqTimeoutS: options.seqTimeoutS })));
    let packets = 0;
    for (const host of hosts) {
      for (const [index, port] of [one, two, three].entries()) {
        const protocol = index === 1 ? 'udp' : 'tcp';
        await server.#knocks.on(host, port, protocol, () => {
          server.heard.push(String(index + 1));
          packets += 1;
          if (options.loses(packets)) return;
          for (const { kind, door: name } of rules.hit(host, { port, protocol }, options.clock.date())) {
            if (kind === 'opened') server.#run(name, host);
          }
        });
      }
    }
    return server;
  }

  /** Opens (or shuts) the door as the command would, without a knock. */
  async setOpen(host: string, open: boolean): Promise<void> {
    this.rules.set(host, open ? 1 : 0);
    await this.#apply(host);
  }

  async close(): Promise<void> {
    await this.#knocks.close();
    for (const door of this.#doors.values()) await door.close();
  }

  #run(name: string, host: string): void {
    if (!this.#options.opensOn.includes(host)) return;
    const now = this.rules.get(host) ?? 0;
    this.rules.set(host, name === 'open' ? now + 1 : Math.max(0, now - 1));
    void this.#apply(host);
  }

  async #apply(host: string): Promise<void> {
    const door = this.#doors.get(host);
    const open = (this.rules.get(host) ?? 0) > 0;
    if (open && door === undefined) {
      const listeners = new Listeners();
      this.#doors.set(host, listeners);
      await listeners.tcp(
        host,
        this.door,
        (socket) => this.#options.greeting !== null && socket.write(this.#options.greeting),
      );
    } else if (!open && door !== undefined) {
      this.#doors.delete(host);
      await door.close();
    }
  }
}

/** Four ports that are free on every host, for TCP and for UDP. */
async function freePorts(hosts: readonly string[]): Promise<readonly [number, number, number, number]> {
  for (;;) {
    const listeners = new Listeners();
    const ports: number[] = [];
    try {
      for (let count = 0; count < 4; count++) {
        const port = await listeners.tcp(hosts[0], ownPort());
        ports.push(port);
        await listeners.udp(hosts[0], port);
        for (const host of hosts.slice(1)) {
          await listeners.tcp(host, port);
          await listeners.udp(host, port);
        }
      }
    } catch {
      ports.length = 0;
    }
    await listeners.close();
    const [one, two, three, door] = ports;
    if (one !== undefined && two !== undefined && three !== undefined && door !== undefined)
      return [one, two, three, door];
  }
}
