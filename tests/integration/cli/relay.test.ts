import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { program, readSlowly } from './programs.ts';

/** More than a pipe holds on Linux (65,536 bytes), so that the rest has to wait for the reader. */
const BYTES = 300_000;
const MIB = 1 << 20;

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
  import { finish } from 'CLI/finish.ts';
  import { Relay } from 'CLI/relay.ts';
  const relay = new Relay();
  const socket = relay.newSocket().connect(Number(process.argv[1]), '127.0.0.1');
  socket.once('connect', async () => finish((await relay.run(socket, new AbortController().signal)) ? 0 : 1));`;

let child: ChildProcess | undefined;
afterEach(() => child?.kill());

/** The relay to `port` from `input` of a shell to `reader`. */
function relaying(port: string, reader: string, input = '') {
  const line = `"$@" ${input} | ${reader}`;
  const shell = spawn('sh', ['-c', line, 'sh', process.execPath, ...program(RELAY), port], { stdio: 'pipe' });
  child = shell;
  return shell;
}

/** Everything from `stream`, a little at a time. */
async function slowSha256(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) {
    hash.update(chunk);
    if (Math.random() < 0.1) await sleep(1);
  }
  return hash.digest('hex');
}

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
  it.each([75_536, BYTES])('gives a slow reader all of a reply of %i bytes', async (bytes) => {
    const port = await serving((socket) => socket.end(Buffer.alloc(bytes, 'x')));
    expect(await readSlowly([...program(RELAY), port], 'wc -c')).toBe(`${bytes}, status 0`);
  });

  it('ends in order where its reader leaves before the end', async () => {
    const port = await serving((socket) => socket.end(Buffer.alloc(BYTES, 'x')));
    expect(await readSlowly([...program(RELAY), port], 'head -c 3')).toBe('status 0, xxx');
  });

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

  it('passes the end of the reply on to its reader while the other direction goes on', async () => {
    const heard: Promise<string>[] = [];
    const port = await serving((socket) => {
      heard.push(text(socket));
      socket.end('bye');
    });
    const { stdin, stdout } = relaying(port, '{ cat; echo ", and the end"; }');
    let said = '';
    for await (const chunk of stdout.setEncoding('utf8')) {
      said += chunk;
      if (said === 'bye, and the end\n') break;
    }
    stdin.end('still here');
    expect(await heard[0]).toBe('still here');
  });

  it('passes the end of its input on while the reply is still to come', async () => {
    const port = await serving(async (socket) => {
      await once(socket, 'end');
      socket.end('heard it');
    });
    const { stdin, stdout } = relaying(port, 'cat');
    stdin.end();
    expect(await text(stdout)).toBe('heard it');
  });

  it('changes no byte between two slow readers', async () => {
    const [there, back] = [randomBytes(8 * MIB), randomBytes(8 * MIB)];
    const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    const heard: Promise<string>[] = [];
    const port = await serving((socket) => {
      heard.push(slowSha256(socket));
      socket.end(back);
    });
    const { stdin, stdout } = relaying(port, 'cat');
    stdin.end(there);
    const read = await slowSha256(stdout);
    expect([read, await heard[0]]).toEqual([sha256(back), sha256(there)]);
  });

  it('takes its input from a file too', async () => {
    const port = await serving((socket) => socket.pipe(socket));
    const { stdout } = relaying(port, 'cat', `< ${import.meta.filename}`);
    expect(await buffer(stdout)).toEqual(readFileSync(import.meta.filename));
  });

  it('gives V8 nothing to collect, which Node may hang over in its exit', async () => {
    const watch = `
      import { constants, PerformanceObserver } from 'node:perf_hooks';
      let collections = 0;
      const count = (entries) => {
        collections += entries.filter(({ detail }) => detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR).length;
      };
      const observer = new PerformanceObserver((list) => count(list.getEntries()));
      observer.observe({ entryTypes: ['gc'] });
      process.on('exit', () => {
        count(observer.takeRecords());
        process.stderr.write(String(collections));
      });`;
    const port = await serving((socket) => socket.end(Buffer.alloc(192 * MIB)));
    const script = program(watch + RELAY);
    const shell = spawn('sh', ['-c', '"$@" < /dev/null | wc -c', 'sh', process.execPath, ...script, port], {
      stdio: 'pipe',
    });
    child = shell;
    const [read, collections] = await Promise.all([text(shell.stdout), text(shell.stderr)]);
    expect({ read: Number(read), collections }).toEqual({ read: 192 * MIB, collections: '0' });
  });
});
