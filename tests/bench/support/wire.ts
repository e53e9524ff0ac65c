import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lab } from '../../lab/support/lab.ts';

/** A knock as the server's network card saw it. */
export interface WirePacket {
  /** ms, to the nanosecond */
  readonly at: number;
  readonly to: string;
  readonly port: number;
}

/** SYNs that open a connection, and datagrams. */
const KNOCKS = 'udp or (tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn)';

/**
 * A line of `tcpdump -tt -n` over IPv4, such as `1700000000.123456789 IP 10.77.0.1.43210 > 10.77.0.2.7000: Flags [S], …`.
 * `null` for anything else. The seconds are shortened to the last 7 digits: a double holds no more beside nanoseconds.
 */
export function parsePacket(line: string): WirePacket | null {
  const match = /^\d*?(\d{1,7})\.(\d{9}) IP \S+ > (\d+\.\d+\.\d+\.\d+)\.(\d+): /.exec(line);
  if (match === null) return null;
  const [, seconds, nanoseconds, to = '', port] = match;
  return { at: Number(seconds) * 1000 + Number(nanoseconds) / 1e6, to, port: Number(port) };
}

/** Watches the knocks that reach the server on its end of the clean path (`s0`) or of the rough one (`s1`). */
export class Wire {
  readonly #tcpdump: ChildProcess;
  #packets: WirePacket[] = [];

  private constructor(tcpdump: ChildProcess) {
    this.#tcpdump = tcpdump;
  }

  static async tap(lab: Lab, device = 's0'): Promise<Wire> {
    const options = ['-i', device, '-Q', 'in', '-B', '32768', '-n', '-tt', '-l'];
    const exact = ['--immediate-mode', '--time-stamp-precision=nano'];
    const [file, ...args] = lab.on('server', 'tcpdump', ...options, ...exact, KNOCKS);
    const tcpdump = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const wire = new Wire(tcpdump);
    createInterface({ input: tcpdump.stdout }).on('line', (line) => {
      const packet = parsePacket(line);
      if (packet !== null) wire.#packets.push(packet);
    });
    for await (const line of createInterface({ input: tcpdump.stderr })) if (line.includes('listening on')) return wire;
    throw new Error('tcpdump did not start');
  }

  /** The packets since the last call, once there are `count` of them or after a second. */
  async take(count: number): Promise<readonly WirePacket[]> {
    for (let i = 0; i < 200 && this.#packets.length < count; i++) await sleep(5);
    const packets = this.#packets;
    this.#packets = [];
    return packets;
  }

  async close(): Promise<void> {
    this.#tcpdump.kill();
    await once(this.#tcpdump, 'exit');
  }
}
