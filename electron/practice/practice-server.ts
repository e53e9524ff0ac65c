import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { PracticeState, PracticeVerdict } from '../../shared/model/app-state.ts';
import { type Hit, KnockdRules, type Verdict } from './knockd-rules.ts';

const LOOPBACK = '127.0.0.1';
const BANNER = 'SSH-2.0-Toctoc_practice_server\r\n';
/** The practice door shuts by itself, as a door with `cmd_timeout` and `stop_command` does (ms). */
const OPEN_MS = 30_000;
/** A visitor at the practice door is shown out after this long (ms). */
const VISIT_MS = 10_000;
/** The practice server's `seq_timeout` (s). */
export const PRACTICE_SEQ_TIMEOUT_S = 10;

/** Where the practice server listens on the loopback. */
export interface PracticePorts {
  readonly knocks: readonly [Hit, Hit, Hit];
  readonly door: number;
}

/** The usual ports, high ones that no well-known service has; moved up together while any of them is taken. */
export function practicePorts(shift = 0): PracticePorts {
  const tcp = (port: number): Hit => ({ port: port + 10 * shift, protocol: 'tcp' });
  return { knocks: [tcp(17_001), { ...tcp(17_002), protocol: 'udp' }, tcp(17_003)], door: 17_022 + 10 * shift };
}

const SHIFTS = 50;

/**
 * A knock server to practise on: listens on three loopback ports, keeps knockd's rules, and opens a fourth port that
 * answers with an ssh banner when the sequence is right. The reversed sequence shuts it, as in knockd's stock file.
 * Plain sockets: it needs no rights, and sees a knock when the connection or the datagram arrives.
 */
export class PracticeServer {
  readonly #onChange: (state: PracticeState) => void;
  readonly #openMs: number;
  #ports: PracticePorts | null = null;
  #listeners: (Server | UdpSocket)[] = [];
  #door: Server | null = null;
  #shutTimer: NodeJS.Timeout | undefined;
  #state: PracticeState = { doorOpen: false, shutsAtMs: null, verdict: null };
  #working: Promise<void> = Promise.resolve();
  #starting: Promise<PracticePorts | null> | null = null;

  /** @param openMs how long the door stays open (ms); other than usual for tests */
  constructor(onChange: (state: PracticeState) => void, openMs = OPEN_MS) {
    this.#onChange = onChange;
    this.#openMs = openMs;
  }

  /** Starts listening, or tells where it listens already; `null` when no free ports were found. */
  start(): Promise<PracticePorts | null> {
    this.#starting ??= this.#start().finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  async #start(): Promise<PracticePorts | null> {
    for (let shift = 0; this.#ports === null && shift < SHIFTS; shift++) {
      const ports = practicePorts(shift);
      if (await this.#listen(ports)) this.#ports = ports;
    }
    return this.#ports;
  }

  /** Resolves when every port is free again. */
  async stop(): Promise<void> {
    await this.#starting;
    await Promise.all(this.#listeners.map((listener) => closed(listener)));
    this.#listeners = [];
    this.#queue(() => this.#shut());
    await this.#working;
    this.#ports = null;
  }

  /** Shuts the door, so that what is tried next is seen to open it, or not to. */
  async shut(): Promise<void> {
    this.#queue(() => this.#shut());
    await this.#working;
  }

  async #listen(ports: PracticePorts): Promise<boolean> {
    const rules = rulesFor(ports);
    try {
      // The knocks first: whose they are, theirs is the door. Another one's must not be tried, for it may be about to open.
      for (const hit of ports.knocks) await this.#listenFor(hit, (source) => this.#take(rules, source, hit));
      // The door's port is only tried: it has to be free when the time comes.
      const door = createServer().listen(ports.door, LOOPBACK);
      await once(door, 'listening');
      await closed(door);
      return true;
    } catch {
      await Promise.all(this.#listeners.map((listener) => closed(listener)));
      this.#listeners = [];
      return false;
    }
  }

  async #listenFor(hit: Hit, take: (source: string) => void): Promise<void> {
    if (hit.protocol === 'udp') {
      const socket = createSocket('udp4').on('message', (_, { address }) => take(address));
      this.#listeners.push(socket);
      socket.bind(hit.port, LOOPBACK);
      await once(socket, 'listening');
      return;
    }
    const server = createServer((socket) => {
      const source = socket.remoteAddress ?? LOOPBACK;
      socket.on('error', () => {}).destroy();
      take(source);
    });
    this.#listeners.push(server);
    server.listen(hit.port, LOOPBACK);
    await once(server, 'listening');
  }

  #take(rules: KnockdRules, source: string, hit: Hit): void {
    for (const verdict of rules.hit(source, hit, Date.now())) {
      if (verdict.kind === 'opened')
        this.#queue(verdict.door === 'open' ? () => this.#open() : () => this.#shut('closed'));
      else if (verdict.door === 'open') this.#publish({ verdict: shown(verdict) });
    }
  }

  /** Opening and shutting take a moment each: one after the other, in the order they were asked for. */
  #queue(work: () => Promise<void>): void {
    // Another program may have taken the door's port meanwhile: the door stays shut, and the run says so.
    this.#working = this.#working.then(work).catch(() => {});
  }

  async #open(): Promise<void> {
    if (this.#ports === null) return;
    clearTimeout(this.#shutTimer);
    this.#shutTimer = setTimeout(() => this.#queue(() => this.#shut('shut')), this.#openMs);
    if (this.#door === null) {
      const door = createServer((visitor) => {
        visitor.on('error', () => {}).setTimeout(VISIT_MS, () => visitor.destroy());
        visitor.write(BANNER);
        visitor.resume();
      });
      door.listen(this.#ports.door, LOOPBACK);
      await once(door, 'listening');
      this.#door = door;
    }
    this.#publish({ doorOpen: true, shutsAtMs: Date.now() + this.#openMs, verdict: { kind: 'opened' } });
  }

  async #shut(why?: 'closed' | 'shut'): Promise<void> {
    clearTimeout(this.#shutTimer);
    const door = this.#door;
    this.#door = null;
    if (door === null) return;
    // Visitors may stay, as they do behind an ESTABLISHED rule; new ones are refused from now on.
    door.close();
    this.#publish({ doorOpen: false, shutsAtMs: null, verdict: why === undefined ? null : { kind: why } });
  }

  #publish(change: Partial<PracticeState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange(this.#state);
  }
}

function rulesFor({ knocks }: PracticePorts): KnockdRules {
  const seqTimeoutS = PRACTICE_SEQ_TIMEOUT_S;
  return new KnockdRules([
    { name: 'open', sequence: knocks, seqTimeoutS },
    { name: 'close', sequence: knocks.toReversed(), seqTimeoutS },
  ]);
}

function shown(verdict: Exclude<Verdict, { kind: 'opened' }>): PracticeVerdict {
  return verdict.kind === 'step' ? { kind: 'step', stage: verdict.stage, of: verdict.of } : { kind: verdict.kind };
}

function closed(listener: Server | UdpSocket): Promise<void> {
  return new Promise((resolve) => {
    try {
      listener.close(() => resolve());
    } catch {
      // It never got as far as listening.
      resolve();
    }
  });
}
