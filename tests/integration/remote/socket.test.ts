import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppLost, ask, connectApp } from '../../../electron/remote/client.ts';
import { placesHere } from '../../../electron/remote/here.ts';
import type { RemoteMessage } from '../../../electron/remote/protocol.ts';
import { RemoteServer, type Serve } from '../../../electron/remote/server.ts';

/** Somebody else: no user has this number. */
const STRANGER = 64_321;
const root = process.getuid?.() === 0;

const LISTED = { id: 'web', name: 'Web', host: 'h', doorPort: 22, canClose: false };
const serveList: Serve = async (_request, say) => say({ type: 'profile', profile: LISTED });
const list = { type: 'list', version: 1 } as const;

let folder = '';
let data = '';
let runtime = '';
const servers: RemoteServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-socket-'));
  data = join(folder, 'data');
  runtime = join(folder, 'runtime');
  for (const path of [data, runtime, join(folder, 'tmp')]) mkdirSync(path, { mode: 0o700 });
  vi.stubEnv('XDG_RUNTIME_DIR', runtime);
  vi.stubEnv('TMPDIR', join(folder, 'tmp'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function listening(serve: Serve = serveList): Promise<RemoteServer | null> {
  const server = new RemoteServer({ serve, report: () => {} });
  servers.push(server);
  return (await server.listen(data)) ? server : null;
}

async function connected(): Promise<Socket> {
  const socket = await connectApp(data);
  if (socket === null) throw new Error('the app does not answer');
  return socket;
}

async function answers(socket: Socket, signal = new AbortController().signal): Promise<readonly RemoteMessage[]> {
  const all: RemoteMessage[] = [];
  for await (const message of ask(socket, list, signal)) all.push(message);
  return all;
}

const sent = (socket: Socket, bytes: string | Buffer): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.once('close', () => resolve(text));
    socket.write(bytes);
  });

const socketPath = () => {
  const place = placesHere(data)[0];
  if (place?.kind !== 'file') throw new Error('no socket file here');
  return place;
};

describe.skipIf(process.platform === 'win32')('the socket', () => {
  it('is ours alone, answers, and is gone afterwards', async () => {
    const server = await listening();
    const { path, folder: own } = socketPath();
    expect(path.startsWith(runtime)).toBe(true);
    expect(lstatSync(own).mode & 0o777).toBe(0o700);
    expect(lstatSync(path).mode & 0o777).toBe(0o600);
    expect(await answers(await connected())).toEqual([{ type: 'profile', profile: LISTED }]);
    await server?.close();
    expect(existsSync(path)).toBe(false);
    expect(existsSync(join(data, 'socket'))).toBe(false);
    expect(await connectApp(data)).toBeNull();
  });

  it('is found where the environment has no runtime folder', async () => {
    await listening();
    vi.stubEnv('XDG_RUNTIME_DIR', '');
    expect(await answers(await connected())).toHaveLength(1);
  });

  it('is replaced when a crash has left it', async () => {
    const { path, folder: own } = socketPath();
    mkdirSync(own, { mode: 0o700 });
    const crash = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
    spawnSync(process.execPath, ['-e', crash]);
    expect(lstatSync(path).isSocket()).toBe(true);
    expect(await connectApp(data)).toBeNull();
    expect(await listening()).not.toBeNull();
    expect(await answers(await connected())).toHaveLength(1);
  });

  it('is left to the app that answers on it', async () => {
    await listening();
    expect(await listening()).toBeNull();
    expect(await answers(await connected())).toHaveLength(1);
  });

  it('is not in a folder that others can look into', async () => {
    const { folder: own } = socketPath();
    mkdirSync(own);
    chmodSync(own, 0o755);
    await listening();
    expect(existsSync(socketPath().path)).toBe(false);
    expect(lstatSync(join(data, 'run')).mode & 0o777).toBe(0o700);
    expect(await answers(await connected())).toHaveLength(1);
  });

  it('is not behind a symbolic link, and not under a runtime folder of others', async () => {
    mkdirSync(join(folder, 'elsewhere'), { mode: 0o700 });
    symlinkSync(join(folder, 'elsewhere'), socketPath().folder);
    await listening();
    expect(existsSync(socketPath().path)).toBe(false);
    expect(await answers(await connected())).toHaveLength(1);
    chmodSync(runtime, 0o777);
    rmSync(socketPath().folder);
    await servers[0]?.close();
    await listening();
    expect(existsSync(socketPath().folder)).toBe(false);
  });

  it.runIf(root)('is nobody else’s: neither made in a stranger’s folder nor believed there', async () => {
    const { folder: own, path } = socketPath();
    mkdirSync(own, { mode: 0o700 });
    const impostor = createServer((socket) => socket.end('{"type":"end"}\n'));
    await new Promise<void>((resolve) => impostor.listen(path, resolve));
    chownSync(own, STRANGER, STRANGER);
    expect(await connectApp(data)).toBeNull();
    chownSync(own, 0, 0);
    chownSync(path, STRANGER, STRANGER);
    expect(await connectApp(data)).toBeNull();
    chownSync(own, STRANGER, STRANGER);
    await listening();
    expect(lstatSync(join(data, 'run')).uid).toBe(0);
    await new Promise((resolve) => impostor.close(resolve));
  });

  it('does not serve where no folder will do', async () => {
    for (const path of [runtime, data, join(folder, 'tmp')]) rmSync(path, { recursive: true });
    expect(await listening()).toBeNull();
  });
});

describe('a client', () => {
  it('hears all there is to say, however much, where the app waits for it', async () => {
    const COUNT = 100_000;
    const name = 'x'.repeat(200);
    await listening(async (_request, say, _signal, heard) => {
      for (let at = 0; at < COUNT; at++) {
        say({ type: 'profile', profile: { ...LISTED, name } });
        await heard?.();
      }
    });
    expect(await answers(await connected())).toHaveLength(COUNT);
  });

  it('that goes away is not waited for', async () => {
    let over = () => {};
    const ended = new Promise<void>((resolve) => {
      over = resolve;
    });
    await listening(async (_request, say, signal, heard) => {
      while (!signal.aborted) {
        say({ type: 'profile', profile: LISTED });
        await heard?.();
      }
      over();
    });
    const socket = await connected();
    socket.write(`${JSON.stringify(list)}\n`);
    socket.once('readable', () => socket.destroy());
    await ended;
  });

  it('that sends anything but one request is told so and sent away', async () => {
    await listening();
    for (const bytes of ['rubbish\n', '{"type":"list","version":9}\n', '{}\n{}\n', Buffer.from([0xff, 0xfe, 0, 10])]) {
      expect(await sent(await connected(), bytes)).toContain('request-refused');
    }
    expect(await answers(await connected())).toHaveLength(1);
  });

  it('that sends a line without end is stopped at 64 KiB', async () => {
    const server = await listening();
    const socket = await connected();
    expect(await sent(socket, Buffer.alloc(100_000, 'x'))).toContain('request-refused');
    await expect.poll(() => server?.clients).toBe(0);
  });

  it('that throws random bytes at it harms nobody', async () => {
    const server = await listening();
    for (let n = 0; n < 100; n++) {
      const socket = await connected();
      const bytes = Buffer.from(Array.from({ length: n * 7 }, () => Math.floor(Math.random() * 256)));
      socket.on('error', () => {});
      socket.write(bytes);
      if (n % 2 === 0) socket.destroy();
      else socket.end();
    }
    await expect.poll(() => server?.clients, { timeout: 60_000 }).toBe(0);
    expect(await answers(await connected())).toHaveLength(1);
  });

  it('that says nothing is sent away', async () => {
    await listening();
    // That it ends is the test.
    expect(await sent(await connected(), '')).toBe('');
  });

  it('that goes aborts what it asked for', async () => {
    let gone = false;
    const server = await listening(
      (_request, _say, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            gone = true;
            resolve();
          });
        }),
    );
    const abort = new AbortController();
    const answer = answers(await connected(), abort.signal);
    await expect.poll(() => server?.clients).toBe(1);
    setTimeout(() => abort.abort(), 50);
    await expect(answer).rejects.toBeInstanceOf(AppLost);
    await expect.poll(() => gone).toBe(true);
  });

  it('is told when the app goes, and when serving fails', async () => {
    const server = await listening(() => new Promise(() => {}));
    const answer = answers(await connected());
    await expect.poll(() => server?.clients).toBe(1);
    await server?.close();
    await expect(answer).rejects.toBeInstanceOf(AppLost);
    await listening(() => Promise.reject(new Error('broken')));
    expect(await answers(await connected())).toMatchObject([{ type: 'failed', problem: { code: 'internal' } }]);
  });

  it('gets ten thousand profiles', async () => {
    await listening(async (_request, say) => {
      for (let n = 0; n < 10_000; n++) say({ type: 'profile', profile: { ...LISTED, id: `p${n}` } });
    });
    expect(await answers(await connected())).toHaveLength(10_000);
  });

  it('is one of at most 64', async () => {
    const server = await listening(() => new Promise(() => {}));
    const sockets = await Promise.all(Array.from({ length: 80 }, () => connected()));
    for (const socket of sockets) socket.on('error', () => {}).write(`${JSON.stringify(list)}\n`);
    await expect.poll(() => sockets.filter((socket) => socket.closed || socket.readableEnded).length).toBe(16);
    expect(server?.clients).toBe(64);
    for (const socket of sockets) socket.destroy();
  });
});
