import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWindowsTools } from '../../build/packaging/windows-tools.ts';
import { projectRoot } from '../../build/runtime/project.ts';
import { version } from '../../package.json' with { type: 'json' };
import { nodeForWindows } from './support/node-exe.ts';
import { type Ended, Windows } from './support/windows.ts';

/** Of a stand-in that was told nothing: see support/seen.c. */
const STAND_IN_STATUS = 99;

let windows: Windows;
/** toctoc.exe as it is built here, with Windows' Node and the real command line in the app's place. */
let relay: string;

const asWindows = (path: string) => `Z:${path.replaceAll('/', '\\')}`;
const quoted = (path: string) => `L"${path.replaceAll('\\', '\\\\')}"`;
const toctoc = (args: readonly string[], input?: Buffer | string): Promise<Ended> => windows.run(relay, args, input);

beforeAll(async () => {
  process.env['TOCTOC_TEST_CLI'] = asWindows(join(projectRoot, 'out/cli/toctoc.cjs'));
  windows = await Windows.make();
  const driver = await windows.bundle(join(import.meta.dirname, 'support/console-driver.ts'), 'console');
  const { unix } = windows.shared('tools');
  await buildWindowsTools(unix, [
    `TOCTOC_PROGRAM=${quoted(asWindows(await nodeForWindows()))}`,
    `TOCTOC_SWITCHES=L"\\"${driver.replaceAll('\\', '\\\\')}\\" --cli --"`,
  ]);
  relay = join(unix, 'toctoc.exe');
});
afterAll(() => windows.remove());

describe('toctoc.exe', () => {
  it('passes on what the command says, and its exit status', async () => {
    expect(await toctoc(['--version'])).toEqual({ status: 0, out: Buffer.from(`${version}\n`), error: '' });
    const wrong = await toctoc(['nonsense']);
    expect(wrong).toMatchObject({ status: 2, out: Buffer.alloc(0) });
    expect(wrong.error).toContain('nonsense');
  });

  it('passes the words as they were typed, however they are quoted', async () => {
    const wrong = await toctoc(['knock', 'a "quoted" ü name\\', '7000']);
    expect(wrong.status).toBe(2);
    const json = await toctoc(['knock', '-d', '0', '--json', '127.0.0.1', '70000']);
    expect(json.status).toBe(2);
  });

  it('knocks', async () => {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const knocked = once(socket, 'message');
    const ended = await toctoc(['knock', '-v', '127.0.0.1', `${socket.address().port}:udp`]);
    expect(ended).toMatchObject({ status: 0 });
    expect(ended.out.toString()).toContain(`udp 127.0.0.1:${socket.address().port}`);
    await knocked;
    socket.close();
  });

  it('relays standard input and output, byte for byte, and ends when they do', async () => {
    const sent = randomBytes(300_000);
    const server = createServer({ allowHalfOpen: true }, (socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const ended = await toctoc(['connect', '127.0.0.1', String(port)], sent);
    server.close();
    expect(ended).toMatchObject({ status: 0, error: '' });
    expect(ended.out.equals(sent)).toBe(true);
  });

  it('ends with the status of an app that never spoke, and says when there is none', async () => {
    await windows.standIn('C:\\app\\silent.exe');
    const { unix } = windows.shared('silent');
    await buildWindowsTools(unix, [`TOCTOC_PROGRAM=${quoted('C:\\app\\silent.exe')}`]);
    expect((await windows.run(join(unix, 'toctoc.exe'), ['list'])).status).toBe(STAND_IN_STATUS);

    const { unix: alone } = windows.shared('alone/resources/bin');
    await buildWindowsTools(alone);
    const missing = await windows.run(join(alone, 'toctoc.exe'), ['list']);
    expect(missing.status).toBe(1);
    expect(missing.error).toContain('Toctoc.exe is not where');
  });

  it('finds the app two folders above itself', async () => {
    await windows.standIn('C:\\inst\\Toctoc\\Toctoc.exe');
    const { unix } = windows.shared('alone/resources/bin');
    mkdirSync(windows.unix('C:\\inst\\Toctoc\\resources\\bin'), { recursive: true });
    copyFileSync(join(unix, 'toctoc.exe'), windows.unix('C:\\inst\\Toctoc\\resources\\bin\\toctoc.exe'));
    const ended = await windows.run('C:\\inst\\Toctoc\\resources\\bin\\toctoc.exe', ['list']);
    expect(ended).toMatchObject({ status: STAND_IN_STATUS, error: '' });
  });
});

describe('toctoc-path.exe', () => {
  const KEY = 'HKCU\\Environment';
  const tool = (...args: readonly string[]) => windows.run(join(windows.shared('tools').unix, 'toctoc-path.exe'), args);
  const query = async () => {
    const { out } = await windows.run('reg', ['query', KEY, '/v', 'Path']);
    return /Path\s+(REG_\w+)\s+(.*?)\r?\n/.exec(out.toString())?.slice(1);
  };

  it('adds a folder once and takes it off again, whatever else is on the PATH', async () => {
    const long = Array.from({ length: 200 }, (_, i) => `C:\\a rather long folder name\\${i}`);
    const before = ['%USERPROFILE%\\bin', ...long, 'C:\\Toctoc\\resources\\binary'].join(';');
    await windows.registry(KEY, 'Path', before, 'REG_EXPAND_SZ');
    const folder = 'C:\\Toctoc\\resources\\bin';
    expect((await tool('add', 'user', folder)).status).toBe(0);
    expect((await tool('add', 'user', `${folder.toUpperCase()}\\`)).status).toBe(0);
    const added = await query();
    expect(added?.[0]).toBe('REG_EXPAND_SZ');
    expect(added?.[1]?.toLowerCase()).toBe(`${before};${folder}\\`.toLowerCase());
    expect((await tool('remove', 'user', folder)).status).toBe(0);
    expect(await query()).toEqual(['REG_EXPAND_SZ', before]);
    expect((await tool('remove', 'user', folder)).status).toBe(0);
    expect(await query()).toEqual(['REG_EXPAND_SZ', before]);
  });

  it('leaves a PATH alone that is no text: another program may know what to do with it', async () => {
    await windows.run('reg', ['add', KEY, '/v', 'Path', '/t', 'REG_MULTI_SZ', '/d', 'C:\\mine', '/f']);
    for (const word of ['add', 'remove']) expect((await tool(word, 'user', 'C:\\mine')).status).toBe(1);
    expect(await query()).toEqual(['REG_MULTI_SZ', 'C:\\mine']);
  });

  it.each([
    [['add', 'user']],
    [['format', 'user', 'C:\\x']],
    [['add', 'everybody', 'C:\\x']],
    [['add', 'user', 'C:\\x;C:\\y']],
  ])('refuses %j', async (args) => {
    expect((await tool(...args)).status).toBe(2);
  });
});
