import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';

/** More than a pipe holds on Linux (65,536 bytes), so that the rest has to wait for the reader. */
const BYTES = 300_000;
const CLI = join(import.meta.dirname, '../../../electron/cli');
/** A module of the command line in a process of its own, whose exit is the one of `toctoc`. */
const program = (code: string) => ['--input-type=module', '-e', code.replaceAll('CLI', CLI)];

/** The program's standard output as a reader sees it that takes its time, and the program's exit status. */
async function readSlowly(args: readonly string[], reader: string): Promise<string> {
  const line = `{ "$@" </dev/null; echo "status $?" >&2; } | { sleep 0.5; ${reader}; echo; }`;
  const child = spawn('sh', ['-c', line, 'sh', process.execPath, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  await once(child, 'close');
  return said
    .trim()
    .split(/\s*\n\s*/)
    .toSorted()
    .join(', ');
}

it.skipIf(!existsSync('/dev/full'))('a full disk is told of, and is a failure where there was no other', async () => {
  const lines = `
    import { finish } from 'CLI/finish.ts';
    import { consoleLines } from 'CLI/reporter.ts';
    for (let at = 0; at < 3; at++) consoleLines.out('123');
    await finish(Number(process.argv[1]));`;
  for (const [asked, got] of [
    ['0', 1],
    ['3', 3],
  ] as const) {
    const line = '"$@" >/dev/full';
    const child = spawn('sh', ['-c', line, 'sh', process.execPath, ...program(lines), asked], {
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const [status] = await once(child, 'close');
    expect({ status, said }).toEqual({
      status: got,
      said: expect.stringMatching(/^toctoc: standard output could not be written \(ENOSPC\): free [^\n]+\n$/),
    });
  }
});

let server: Server | undefined;
afterEach(() => server?.close());

/** A server that does `speak` with its only client. */
async function serving(speak: (socket: Socket) => void): Promise<string> {
  server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {}).resume();
    speak(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  return typeof at === 'object' && at !== null ? String(at.port) : '';
}

const RELAY = `
  import { connect } from 'node:net';
  import { finish } from 'CLI/finish.ts';
  import { relay } from 'CLI/relay.ts';
  const socket = connect({ port: Number(process.argv[1]), host: '127.0.0.1', allowHalfOpen: true });
  socket.once('connect', async () => finish((await relay(socket, new AbortController().signal)) ? 0 : 1));`;

describe.skipIf(process.platform === 'win32')('a reader that takes its time', () => {
  it.each([75_536, BYTES])('is given all of a reply of %i bytes', async (bytes) => {
    const port = await serving((socket) => socket.end(Buffer.alloc(bytes, 'x')));
    expect(await readSlowly([...program(RELAY), port], 'wc -c')).toBe(`${bytes}, status 0`);
  });

  it('may leave before the end', async () => {
    const port = await serving((socket) => socket.end(Buffer.alloc(BYTES, 'x')));
    expect(await readSlowly([...program(RELAY), port], 'head -c 3')).toBe('status 0, xxx');
  });

  it('is given every line of the command, and nothing is left unsaid on the other output', async () => {
    const lines = `
      import { finish } from 'CLI/finish.ts';
      import { consoleLines } from 'CLI/reporter.ts';
      for (let at = 0; at < 30000; at++) consoleLines.out('123456789');
      consoleLines.error('the end');
      await finish(3);`;
    expect(await readSlowly(program(lines), 'wc -c')).toBe(`${BYTES}, status 3, the end`);
  });

  it('may leave in the middle of a run: what it does goes on', async () => {
    const lines = `
      import { finish } from 'CLI/finish.ts';
      import { consoleLines } from 'CLI/reporter.ts';
      consoleLines.out('123');
      const gone = (resolve) => process.stdout.write('456', resolve);
      while (!(await new Promise(gone)));
      consoleLines.out('for nobody');
      consoleLines.error('done all the same');
      await finish(0);`;
    expect(await readSlowly(program(lines), 'head -c 3')).toBe('123, done all the same, status 0');
  });
});

/**
 * Until the other end, on this computer, has taken everything from the system's hands: a reset throws away what lies
 * there. Linux tells it in /proc/net/tcp: `local remote state sent:received`, in hexadecimal; elsewhere it is guessed.
 */
async function untilRead({ localPort = 0, remotePort = 0 }: Socket): Promise<void> {
  if (!existsSync('/proc/net/tcp')) return sleep(1000);
  const port = (number: number) => `:${number.toString(16).toUpperCase().padStart(4, '0')}`;
  const rest = (from: number, to: number) =>
    new RegExp(`${port(from)} \\w+${port(to)} \\w+ (\\w+):(\\w+)`).exec(readFileSync('/proc/net/tcp', 'utf8'));
  const waits = () => {
    const [sent, received] = [rest(localPort, remotePort)?.[1], rest(remotePort, localPort)?.[2]];
    return [sent, received].some((count) => Number.parseInt(count ?? '0', 16) > 0);
  };
  while (waits()) await sleep(20);
}

describe.skipIf(process.platform === 'win32')('a relay', () => {
  it('hands over what came before the connection broke, and says that it broke', async () => {
    const port = await serving((socket) => {
      socket.write(Buffer.alloc(75_536, 'x'), async () => {
        await untilRead(socket);
        socket.resetAndDestroy();
      });
    });
    const said = await readSlowly([...program(RELAY), port], 'wc -c');
    expect(said).toMatch(/^\d+, status 1$/);
    expect(Number.parseInt(said, 10)).toBeGreaterThan(65_536);
  });
});
