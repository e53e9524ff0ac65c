import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Background, start } from '../../lab/support/command.ts';
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

/**
 * Watches the knocks that reach the server on its end of the clean path (`s0`) or of the rough one (`s1`). tcpdump
 * writes to a file, so that reading does not wake this process between two knocks of its own.
 */
export class Wire {
  readonly #tcpdump: Background;
  #taken = 0;

  private constructor(tcpdump: Background) {
    this.#tcpdump = tcpdump;
  }

  static async tap(lab: Lab, device = 's0'): Promise<Wire> {
    const options = ['-i', device, '-Q', 'in', '-B', '32768', '-n', '-tt', '-l'];
    const exact = ['--immediate-mode', '--time-stamp-precision=nano'];
    const command = lab.on('server', 'tcpdump', ...options, ...exact, KNOCKS);
    return new Wire(await start(join(lab.folder, 'wire.log'), 'listening on', ...command));
  }

  /** The packets since the last call, once there are `count` of them or after two seconds. */
  async take(count: number): Promise<readonly WirePacket[]> {
    let packets: WirePacket[] = [];
    for (let i = 0; i < 100; i++) {
      await sleep(20);
      const lines = this.#tcpdump.log().split('\n').slice(this.#taken, -1);
      packets = lines.map(parsePacket).filter((packet) => packet !== null);
      if (packets.length < count) continue;
      this.#taken += lines.length;
      break;
    }
    return packets;
  }

  async close(): Promise<void> {
    await this.#tcpdump.stop();
  }
}
