import { createSocket } from 'node:dgram';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PracticePorts, PracticeServer } from '../../../electron/practice/practice-server.ts';
import type { PracticeState } from '../../../shared/model/app-state.ts';
import { Listeners, until, V4 } from '../knock/listeners.ts';

const HOST = V4.address;

let servers: PracticeServer[];
let states: PracticeState[];
let visitors: Socket[];
beforeEach(() => {
  servers = [];
  states = [];
  visitors = [];
});
afterEach(async () => {
  for (const visitor of visitors) visitor.destroy();
  await Promise.all(servers.map((server) => server.stop()));
});

function create(openMs?: number): PracticeServer {
  const server = new PracticeServer((state) => states.push(state), openMs);
  servers.push(server);
  return server;
}

async function started(server = create()): Promise<PracticePorts> {
  const ports = await server.start();
  if (ports === null) throw new Error('no free ports');
  return ports;
}

/** Sends one packet as any program would, and resolves when the server has said something new. */
async function hit({ port, protocol }: PracticePorts['knocks'][number], expected: number): Promise<void> {
  if (protocol === 'tcp')
    visitors.push(
      connect(port, HOST)
        .on('error', () => {})
        .resume(),
    );
  else {
    const socket = createSocket('udp4');
    await new Promise<void>((done) => socket.send(Uint8Array.of(0), port, HOST, () => done()));
    socket.close();
  }
  await until(() => states.length >= expected);
}

async function knock(knocks: readonly PracticePorts['knocks'][number][]): Promise<void> {
  for (const one of knocks) await hit(one, states.length + 1);
}

/** What the door says, or the error that a visitor gets. */
function visit(port: number): Promise<string> {
  return new Promise((resolve) => {
    const visitor = connect(port, HOST);
    visitors.push(visitor);
    visitor.once('data', (bytes: Buffer) => resolve(bytes.toString()));
    visitor.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
  });
}

/** They can be had, in the end: where another test's practice server has come to them meanwhile, it leaves again. */
async function untilFree({ knocks, door }: PracticePorts): Promise<void> {
  const taken = async () => {
    const mine = new Listeners();
    try {
      for (const { port, protocol } of knocks) await mine.on(HOST, port, protocol, () => {});
      await mine.tcp(HOST, door);
      return null;
    } catch (error) {
      return String(error);
    } finally {
      await mine.close();
    }
  };
  await expect.poll(taken, { timeout: 60_000 }).toBeNull();
}

const numbers = ({ knocks, door }: PracticePorts) => [...knocks.map(({ port }) => port), door];

describe('the practice server', () => {
  it('opens its door for the sequence, says when it shuts, and greets like ssh', async () => {
    const ports = await started();
    expect(await visit(ports.door)).toBe('ECONNREFUSED');
    const before = Date.now();
    await knock(ports.knocks);
    expect(states.map(({ verdict }) => verdict)).toEqual([
      { kind: 'step', stage: 1, of: 3 },
      { kind: 'step', stage: 2, of: 3 },
      { kind: 'opened' },
    ]);
    expect(states.at(-1)?.doorOpen).toBe(true);
    expect(states.at(-1)?.shutsAtMs).toBeGreaterThan(before);
    expect(await visit(ports.door)).toBe('SSH-2.0-Toctoc_practice_server\r\n');
  });

  it('shuts it for the reversed sequence', async () => {
    const ports = await started();
    await knock(ports.knocks);
    const opened = states.length;
    for (const one of ports.knocks.toReversed()) await hit(one, opened);
    await until(() => states.length > opened);
    expect(states.at(-1)).toEqual({ doorOpen: false, shutsAtMs: null, verdict: { kind: 'closed' } });
    expect(await visit(ports.door)).toBe('ECONNREFUSED');
  });

  it('shuts it by itself after its time, and says so', async () => {
    const ports = await started(create(1));
    await knock(ports.knocks);
    await until(() => states.at(-1)?.doorOpen === false);
    expect(states.at(-1)).toEqual({ doorOpen: false, shutsAtMs: null, verdict: { kind: 'shut' } });
    expect(await visit(ports.door)).toBe('ECONNREFUSED');
  });

  it('shuts it when asked to', async () => {
    const server = create();
    const ports = await started(server);
    await knock(ports.knocks);
    await server.shut();
    expect(await visit(ports.door)).toBe('ECONNREFUSED');
  });

  it('says why it stays shut', async () => {
    const ports = await started();
    const [one, , three] = ports.knocks;
    await knock([one, one]);
    await knock([one, three]);
    expect(states.map(({ verdict }) => verdict?.kind)).toEqual(['step', 'repeated', 'step', 'out-of-order']);
    expect(states.every(({ doorOpen }) => !doorOpen)).toBe(true);
  });

  it('listens on loopback only', async () => {
    const ports = await started();
    const others = new Listeners();
    // Another address of this computer is still free for somebody else.
    for (const { port, protocol } of ports.knocks) await others.on('127.0.0.2', port, protocol, () => {});
    await others.close();
    expect(await visit(ports.door)).toBe('ECONNREFUSED');
  });
});

describe('its ports', () => {
  it('are told again when it is started again, also at the same moment', async () => {
    const server = create();
    const [first, second] = await Promise.all([server.start(), server.start()]);
    expect(second).toEqual(first);
    expect(await server.start()).toEqual(first);
    if (first === null) throw new Error('no free ports');
    await knock(first.knocks);
    expect(states.at(-1)?.verdict).toEqual({ kind: 'opened' });
  });

  it('move up together where any of them is taken', async () => {
    const ports = await started();
    const other = await started();
    expect(numbers(other).filter((port) => numbers(ports).includes(port))).toEqual([]);
    const shift = other.door - ports.door;
    expect(shift % 10).toBe(0);
    expect(numbers(other)).toEqual(numbers(ports).map((port) => port + shift));
    await knock(other.knocks);
    expect(await visit(other.door)).toContain('SSH-2.0');
    expect(await visit(ports.door)).toBe('ECONNREFUSED');
  });

  it('are free again once it has stopped, with the door open too', async () => {
    const server = create();
    const ports = await started(server);
    await knock(ports.knocks);
    await server.stop();
    await untilFree(ports);
    expect(states.at(-1)).toMatchObject({ doorOpen: false, shutsAtMs: null });
  });

  it('are free again when it is stopped while it opens or starts', async () => {
    const server = create();
    const starting = server.start();
    await server.stop();
    const ports = await starting;
    if (ports === null) throw new Error('no free ports');
    expect(await server.start()).not.toBeNull();
    const before = states.length;
    await knock(ports.knocks.slice(0, 2));
    await hit(ports.knocks[2], before + 2);
    await server.stop();
    expect(await visit(ports.door)).toBe('ECONNREFUSED');
  });

  it('stopping twice, or before any start, does no harm', async () => {
    const server = create();
    await server.stop();
    await started(server);
    await server.stop();
    await server.stop();
    expect(states).toEqual([]);
  });
});

describe('a door whose port was taken meanwhile', () => {
  it('stays shut, and opens when it is free again', async () => {
    const ports = await started();
    const squatter = await new Promise<Server>((done) => {
      const server = createServer().listen(ports.door, HOST, () => done(server));
    });
    await knock(ports.knocks.slice(0, 2));
    await hit(ports.knocks[2], states.length);
    // The server shows its knockers out: then it has heard this one, and tried to open.
    await until(() => visitors.at(-1)?.closed === true);
    await new Promise<void>((done) => squatter.close(() => done()));
    expect(states.some(({ doorOpen }) => doorOpen)).toBe(false);
    await knock(ports.knocks);
    expect(states.at(-1)?.doorOpen).toBe(true);
  });
});
