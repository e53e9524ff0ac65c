import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { capture } from './support/capture.ts';
import { STOCK } from './support/doors.ts';
import { Lab, SERVER } from './support/lab.ts';
import { ended, env, HOME, proxied, TOCTOC } from './support/toctoc.ts';

const lab = Lab.current();
const MIB = 1 << 20;

const toctoc = (...args: readonly string[]) => ended(process.execPath, [TOCTOC, ...args]);
const locks = (session: string) => readdirSync(join(session, 'toctoc')).filter((file) => file.endsWith('.lock'));
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const options = proxied(lab);
const SSH = `root@${SERVER.clean4}`;

/** The packets that reach the server while `work` runs; see {@link capture}. Its last packet goes to port 9999. */
async function packets(work: () => Promise<unknown>): Promise<readonly string[]> {
  const stop = await capture(lab);
  await work();
  return stop((packet) => packet.endsWith(' 9999'));
}

beforeEach(async () => {
  await lab.firewall('drop');
  await lab.knockd(STOCK);
});
afterAll(async () => {
  await lab.stopKnockd();
  rmSync(HOME, { recursive: true });
});

describe('toctoc knock', () => {
  const marker = ['-d', '0', SERVER.clean4, '9999'];

  it.each([
    [['7000', '8000:udp', '9000:tcp', '7000']],
    [['-u', '7000', '8000:tcp', '9000:udp']],
    [['-d', '20', '-v', '7000', '8000']],
    [['7000', '8000', '-u', '9000']],
    [['7000:TCP', '8000:udp', '9000:tcp']],
    [['-uv', '-d5', '7000', '8000:tcp', '9000']],
    [['--ipv4', '--delay=5', '7000', '8000:udp', '9000']],
    [['--del=5', '--verb', '--u', '-64', '7000', '8000:tcp', '9000']],
  ])('sends what knock sends for %j', async (args) => {
    const [options, ports] = args[0]?.startsWith('-') ? [args.slice(0, -3), args.slice(-3)] : [[], args];
    const line = [...options, SERVER.clean4, ...ports];
    const theirs = await packets(async () => {
      await ended('knock', line);
      await ended('knock', marker);
    });
    const ours = await packets(async () => {
      expect((await toctoc('knock', ...line)).status).toBe(0);
      await ended('knock', marker);
    });
    expect(ours).toEqual(theirs);
    expect(ours.length).toBe(ports.filter((port) => /^\d/.test(port)).length + 1);
  });

  it('waits for the door, and its exit status tells', async () => {
    const opened = await toctoc('knock', '-w', '22', '--server', 'knockd', SERVER.clean4, '7000', '8000', '9000');
    expect(opened).toMatchObject({ status: 0, error: '' });
    const shut = await toctoc('knock', '-w', '8022', '-r', '0', SERVER.clean4, '7001');
    expect(shut.status).toBe(1);
    expect(shut.error).toContain('gives no answer');
  });

  it('sends and looks from the interface that is named', async () => {
    await lab.client('ip', 'link', 'add', 'other', 'type', 'veth', 'peer', 'name', 'end');
    try {
      await lab.client('ip', 'addr', 'add', '10.98.3.3/32', 'dev', 'other');
      // Node lists only what is up and has a link.
      for (const device of ['other', 'end']) await lab.client('ip', 'link', 'set', device, 'up');
      const line = ['-w', '22', '--server', 'knockd', '--source', 'other', SERVER.clean4, '7000', '8000', '9000'];
      expect(await toctoc('knock', ...line)).toMatchObject({ status: 0, error: '' });
      expect(readFileSync(join(lab.folder, 'knockd.log'), 'utf8')).toContain('10.98.3.3: openSSH: OPEN SESAME');
    } finally {
      await lab.client('ip', 'link', 'del', 'other');
    }
  });

  it('opens a door on the link, by an address with a zone', async () => {
    const shown = await lab.server('ip', '-6', '-o', 'addr', 'show', 'dev', 's0', 'scope', 'link');
    const address = `${/inet6 ([^/]+)/.exec(shown)?.[1]}%c0`;
    const line = ['-v', '-w', '22', '--server', 'knockd', address, '7000', '8000', '9000'];
    const { status, out, error } = await toctoc('knock', ...line);
    expect({ status, error }).toEqual({ status: 0, error: '' });
    expect(out.toString()).toContain(`hitting tcp ${address}:9000`);
    // The client has two links: without its zone the address could be on either.
    const [bare = ''] = address.split('%');
    const astray = await toctoc('knock', '-v', bare, '7000');
    expect({ ...astray, out: astray.out.toString() }).toMatchObject({ status: 3, out: '' });
    expect(astray.error).toContain(`such as ${bare}%eth0`);
  });

  it('takes turns with another program that knocks the same server', async () => {
    const line = ['knock', '-v', '-w', '22', '--server', 'knockd', SERVER.clean4, '7000', '8000', '9000'];
    const both = await Promise.all([toctoc(...line), toctoc(...line)]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    const said = both.map(({ out }) => out.toString()).toSorted((a, b) => a.length - b.length);
    expect(said[0]).toContain('already open');
    expect(said[1]).toContain('hitting tcp');
  });

  it('remembers, across programs, an attempt that was interrupted', async () => {
    const slow = ['knock', '-v', '-d', '2000', '--seq-timeout', '5', SERVER.clean4, '7000', '8000', '9000'];
    const child = spawn(process.execPath, [TOCTOC, ...slow], { env, stdio: 'pipe' });
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    await once(child, 'exit');
    const next = ['knock', '-v', '-w', '22', '-t', '20000', '--server', 'knockd', '--seq-timeout', '5', SERVER.clean4];
    const { status, out } = await toctoc(...next, '7000', '8000', '9000');
    expect(status).toBe(0);
    expect(out.toString()).toContain('tcp 10.77.0.2:8000 (flush)');
    expect(out.toString()).not.toContain('attempt 2');
  });

  it('knows none of the profiles of whoever runs these tests', async () => {
    const { status, error } = await toctoc('knock', 'Web server');
    expect(status).toBe(2);
    expect(error).toContain('none is saved yet');
    expect(readdirSync(HOME)).toEqual([]);
  });

  it('reads the greeting of sshd before it leaves, so that sshd does not count the visit against it', async () => {
    const line = ['knock', '-v', '-w', '22', '--server', 'knockd', SERVER.clean4, '7000', '8000', '9000'];
    const { out, status } = await toctoc(...line);
    expect(status).toBe(0);
    expect(out.toString()).toMatch(/^SSH-2\.0-/m);
  });

  it('gives the last handshake its time in connect mode, also where nothing answers', async () => {
    const started = performance.now();
    const { status } = await toctoc('knock', '--mode', 'connect', SERVER.clean4, '7001');
    expect(status).toBe(0);
    expect(performance.now() - started).toBeGreaterThanOrEqual(900);
  });

  it('warns on standard error of a sequence that the server may not remember, and not among JSON', async () => {
    const line = ['-d', '1100', '--seq-timeout', '2', SERVER.clean4, '7001', '7002'];
    const warned = await toctoc('knock', ...line);
    expect([warned.status, warned.out.toString()]).toEqual([0, '']);
    expect(warned.error).toMatch(/^toctoc: Knocking takes 1\.1 s, .*after 1 s.*\n$/);
    expect((await toctoc('knock', '--json', ...line)).error).toBe('');
  });

  it('prints one JSON object per event', async () => {
    const { out, status } = await toctoc('knock', '--json', '-w', '22', SERVER.clean4, '7000', '8000', '9000');
    const events = out
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(events.filter(({ type }) => type === 'sent').map(({ port }) => port)).toEqual([7000, 8000, 9000]);
    expect(events.at(-1)).toMatchObject({ type: 'done', outcome: { result: 'open' } });
  });

  it.each([
    [2, ['knock', SERVER.clean4]],
    [2, ['knock', SERVER.clean4, '0']],
    [2, ['knock', SERVER.clean4, '65536']],
    [2, ['knock', SERVER.clean4, 'ssh']],
    [2, ['knock', '--hold', '500', SERVER.clean4, '7000']],
    [2, ['knock', '--', '-oProxyCommand=x', '7000']],
    [2, ['knock', '--no-such-option', SERVER.clean4, '7000']],
    [2, ['no-such-command']],
    [3, ['knock', 'no-such-name.lab', '7000']],
    [3, ['knock', '203.0.113.1', '7000']],
    [3, ['knock', 'fe80::1%nowhere0', '7000']],
  ])('ends with status %i for %j, and says why', async (expected, args) => {
    const { status, error } = await toctoc(...args);
    expect(status).toBe(expected);
    expect(error).not.toBe('');
  });

  const waiting = [TOCTOC, 'knock', '-v', '-w', '22', SERVER.clean4, '7001'];
  // In a terminal of its own, which is closed as soon as something has been said there; prints how the command ended.
  const closing =
    'import os,pty,sys; pid,tty=pty.fork(); pid or os.execvp(sys.argv[1],sys.argv[1:]); os.read(tty,1); os.close(tty);' +
    'print(os.waitstatus_to_exitcode(os.waitpid(pid,0)[1]))';

  it.each([
    ['SIGINT', [130, null]],
    ['SIGTERM', [130, null]],
    ['SIGHUP', [null, 'SIGHUP']],
  ] as const)('ends on %s with %j, its lock given back', async (name, end) => {
    const session = mkdtempSync(join(tmpdir(), 'toctoc-session-'));
    try {
      const child = spawn(process.execPath, waiting, { env: { ...env, XDG_RUNTIME_DIR: session }, stdio: 'pipe' });
      await once(child.stdout, 'data');
      expect(locks(session)).toHaveLength(1);
      child.kill(name);
      expect(await once(child, 'exit')).toEqual(end);
      expect(locks(session)).toEqual([]);
    } finally {
      rmSync(session, { recursive: true });
    }
  });

  it('ends by the hang-up of its terminal when that is closed, its lock given back', async () => {
    const session = mkdtempSync(join(tmpdir(), 'toctoc-session-'));
    try {
      const child = spawn('python3', ['-c', closing, process.execPath, ...waiting], {
        env: { ...env, XDG_RUNTIME_DIR: session },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      expect(await text(child.stdout)).toBe(`-${constants.signals.SIGHUP}\n`);
      expect(locks(session)).toEqual([]);
    } finally {
      rmSync(session, { recursive: true });
    }
  });
});

describe('toctoc connect', () => {
  it("is ssh's ProxyCommand: one connection to sshd, and the command runs", async () => {
    const before = lab.sshdLog().length;
    const { status, out } = await ended('ssh', [...options, SSH, 'echo inside']);
    expect(out.toString()).toBe('inside\n');
    expect(status).toBe(0);
    expect(
      lab
        .sshdLog()
        .slice(before)
        .match(/Connection from/g),
    ).toHaveLength(1);
  });

  it('carries megabytes through ssh unchanged, both ways, and the exit status', async () => {
    const bytes = randomBytes(32 * MIB);
    const echoed = await ended('ssh', [...options, SSH, 'cat; exit 7'], bytes);
    expect(hash(echoed.out)).toBe(hash(bytes));
    expect(echoed.status).toBe(7);
  });

  it('carries files with scp', async () => {
    const there = `${SSH}:${lab.folder}/sshd_config`;
    const { status } = await ended('scp', ['-q', ...options, there, join(lab.folder, 'copied')]);
    expect(status).toBe(0);
    const same = await ended('cmp', [join(lab.folder, 'sshd_config'), join(lab.folder, 'copied')]);
    expect(same.status).toBe(0);
  });

  it('passes on the end of each direction by itself', async () => {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      let heard = '';
      socket.on('data', (chunk) => {
        heard += chunk.toString();
      });
      // Speaks only after the other side has ended, so that an early end would cut it off.
      socket.on('end', () => setTimeout(() => socket.end(`heard ${heard}`), 100));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const { out, status } = await ended(process.execPath, [TOCTOC, 'connect', '127.0.0.1', port], 'hello');
    server.close();
    expect(out.toString()).toBe('heard hello');
    expect(status).toBe(0);
  });

  it('says on standard error alone that a door did not open', async () => {
    const { status, out, error } = await toctoc('connect', '-r', '0', SERVER.clean4, '8022', '7001');
    expect(status).toBe(1);
    expect(out.toString()).toBe('');
    expect(error).toContain('not open');
  });
});
