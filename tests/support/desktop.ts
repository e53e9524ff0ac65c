import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { busConfig } from './bus-config.ts';
import { asUser, type SystemUser } from './e2e-user.ts';
import { endChild } from './end-child.ts';
import { startKeyring } from './keyring.ts';
import { findProgram, systemPath } from './machine.ts';
import { newXauthority } from './xauthority.ts';

/** An X server and a session bus of the tests' own, which no other program of this machine uses. */
export interface Desktop {
  /** DISPLAY, XAUTHORITY, DBUS_SESSION_BUS_ADDRESS and XDG_RUNTIME_DIR for those who use it. */
  readonly env: NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
}

/** Far more than it takes: without them no test runs at all (ms). */
const START_LIMIT = 60_000;

/**
 * Starts both. With a `user` they are that user's, and root's too. All sockets have a path: an abstract one could not
 * be reached from another network namespace, where the app under test runs.
 */
export async function startDesktop(user: SystemUser | undefined): Promise<Desktop> {
  const folder = await mkdtemp(join(tmpdir(), 'toctoc-desktop-'));
  const own = async (path: string): Promise<void> => {
    if (user !== undefined) await chown(path, user.uid, user.gid);
  };
  await own(folder);
  const started: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.map(endChild));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const authority = join(folder, 'Xauthority');
    await writeFile(authority, newXauthority(), { mode: 0o600 });
    await own(authority);
    const screen = ['-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-auth', authority];
    const server = findProgram('Xvfb', systemPath(process.env['PATH'] ?? ''));
    if (server === undefined) throw new Error('Xvfb is not installed.');
    const xvfb = spawn(server, ['-displayfd', '3', ...screen], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    started.push(xvfb);
    const display = await firstLine('Xvfb', xvfb, xvfb.stdio[3]);

    const config = join(folder, 'bus.conf');
    await writeFile(config, busConfig(`unix:path=${join(folder, 'bus')}`, true));
    await own(config);
    const [file, ...args] = asUser(user, ['dbus-daemon', `--config-file=${config}`, '--nofork', '--print-address=1']);
    const home = user === undefined ? {} : { HOME: user.home, USER: user.name, LOGNAME: user.name };
    const env = { DISPLAY: `:${display}`, XAUTHORITY: authority, XDG_RUNTIME_DIR: folder };
    const bus = spawn(file, args, { env: { ...process.env, ...home, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
    started.push(bus);
    const address = await firstLine('dbus-daemon', bus, bus.stdout);
    const session = { ...env, DBUS_SESSION_BUS_ADDRESS: address, WAYLAND_DISPLAY: '' };
    started.unshift(await startKeyring({ user, env: session, folder }, 'unlocked'));
    return { env: session, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first line that a server writes, which says that it is ready and where. */
async function firstLine(name: string, child: ChildProcess, stream: unknown): Promise<string> {
  if (!(stream instanceof Readable)) throw new Error(`${name} has no output to read.`);
  const lines = createInterface({ input: stream });
  const signal = AbortSignal.timeout(START_LIMIT);
  try {
    const failed = once(child, 'exit', { signal }).then(() => Promise.reject(new Error(`${name} ended at once.`)));
    const [line]: string[] = await Promise.race([once(lines, 'line', { signal }), failed]);
    return line ?? '';
  } catch (error) {
    throw new Error(`${name} did not start: ${error instanceof Error ? error.message : error}`);
  } finally {
    lines.close();
  }
}
