import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Greeting, readBanner } from '../../../electron/knock/banner.ts';
import { greet } from '../../../electron/knock/door.ts';
import { Listeners, never, pause, until, V4 } from './listeners.ts';

let listeners: Listeners;
let client: Socket;
beforeEach(() => {
  listeners = new Listeners();
});
afterEach(async () => {
  client.destroy();
  await listeners.close();
});

/** Connects to a server that does this with its visitors. */
async function visit(serve: (visitor: Socket) => void): Promise<Socket> {
  const port = await listeners.tcp(V4.address, 0, serve);
  client = connect(port, V4.address);
  client.on('error', () => {});
  await once(client, 'connect');
  return client;
}

/** Sends pieces with a pause between them, then ends (`end`), stays (`stay`) or breaks off (`reset`). */
const pieces =
  (sent: readonly (string | Buffer)[], then: 'end' | 'stay' | 'reset' = 'stay') =>
  async (visitor: Socket) => {
    visitor.setNoDelay(true);
    await pause(20);
    for (const piece of sent) {
      visitor.write(piece);
      await pause(10);
    }
    if (then === 'end') visitor.end();
    if (then === 'reset') visitor.resetAndDestroy();
  };

const heard = (banner: string): Greeting => ({ banner, mute: false });
const mute = (banner: string | null): Greeting => ({ banner, mute: true });

describe('an ssh server’s first line', () => {
  it.each<readonly [what: string, serve: (visitor: Socket) => void, greeting: Greeting]>([
    ['SSH 2', pieces(['SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n']), heard('SSH-2.0-OpenSSH_9.2p1 Debian-2')],
    ['SSH 1.99', pieces(['SSH-1.99-Cisco-1.25\n']), heard('SSH-1.99-Cisco-1.25')],
    ['with its key exchange behind it', pieces(['SSH-2.0-x\r\n\0\0\u0001\xff\xfe']), heard('SSH-2.0-x')],
    ['after other lines', pieces(['Welcome\r\n', '\r\nno entry without\r\n', 'SSH-2.0-x\r\n']), heard('SSH-2.0-x')],
    ['byte by byte', pieces([...'SSH-2.0-x\r\n']), heard('SSH-2.0-x')],
    ['cut between CR and LF', pieces(['SSH-2.0-x\r', '\n']), heard('SSH-2.0-x')],
    ['without an end of line, then closed', pieces(['SSH-2.0-x'], 'end'), heard('SSH-2.0-x')],
    [
      'with control characters',
      pieces([Buffer.from('SSH-2.0-a\u001b[31mb\u0007\u009bc\r\n', 'latin1')]),
      heard('SSH-2.0-a[31mbc'),
    ],
    [
      'longer than the protocol allows',
      pieces([`SSH-2.0-${'x'.repeat(1000)}\r\n`]),
      heard(`SSH-2.0-${'x'.repeat(247)}`),
    ],
    ['Exceeded MaxStartups', pieces(['Exceeded MaxStartups\r\n'], 'end'), mute('Exceeded MaxStartups')],
    ['Exceeded MaxStartups and a reset', pieces(['Exceeded MaxStartups\r\n'], 'reset'), mute('Exceeded MaxStartups')],
    ['nothing, then closed', pieces([], 'end'), mute(null)],
    ['nothing, then broken off', pieces([], 'reset'), mute(null)],
    ['empty lines, then closed', pieces(['\r\n\r\n'], 'end'), mute(null)],
    ['another protocol', pieces(['220 ftp ready\r\n'], 'end'), mute('220 ftp ready')],
    ['an older SSH', pieces(['SSH-1.5-x\r\n'], 'end'), mute('SSH-1.5-x')],
    ['a version inside a line', pieces(['no SSH-2.0-x\r\n'], 'end'), mute('no SSH-2.0-x')],
    ['binary junk', pieces([Buffer.from([0, 1, 2, 0xff, 0xfe, 10])], 'end'), mute('ÿþ')],
    ['data without end', pieces(Array(40).fill('x'.repeat(1000))), mute('x'.repeat(255))],
    ['lines without end', pieces(Array(40).fill('no\r\n'.repeat(300))), mute('no')],
  ])('%s', async (_what, serve, greeting) => {
    expect(await readBanner(await visit(serve), never)).toEqual(greeting);
  });

  it('is not waited for longer than two seconds', async () => {
    const socket = await visit(() => {});
    const begun = performance.now();
    expect(await readBanner(socket, never)).toEqual(mute(null));
    expect(performance.now() - begun).toBeGreaterThanOrEqual(1990);
  });

  it('is given up by an abort, also by one that came before', async () => {
    const reason = new Error('enough');
    const abort = new AbortController();
    const socket = await visit(() => {});
    const banner = readBanner(socket, abort.signal);
    abort.abort(reason);
    await expect(banner).rejects.toBe(reason);
    await expect(readBanner(socket, abort.signal)).rejects.toBe(reason);
    expect(['data', 'end', 'close'].map((event) => socket.listenerCount(event))).toEqual([0, 1, 0]);
  });
});

describe('greeting', () => {
  it('ends the connection after the banner', async () => {
    const socket = await visit(pieces(['SSH-2.0-x\r\n']));
    expect(await greet(socket, true, never)).toEqual(heard('SSH-2.0-x'));
    await until(() => socket.destroyed && listeners.connections[0]?.closed === true);
    expect(socket.bytesWritten).toBe(0);
  });

  it('of what is no ssh server waits for nothing', async () => {
    const socket = await visit(() => {});
    expect(await greet(socket, false, never)).toEqual({ banner: null, mute: false });
    expect(socket.destroyed).toBe(true);
  });

  it('that is aborted ends the connection too', async () => {
    const socket = await visit(() => {});
    await expect(greet(socket, true, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    expect(socket.destroyed).toBe(true);
  });
});
