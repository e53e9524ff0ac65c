import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { asUser, type SystemUser } from './e2e-user.ts';

/** What unlocks the keyrings of the tests. */
const PASSWORD = 'toctoc';
/** Far more than it takes (ms). */
const START_LIMIT = 60_000;

export interface KeyringPlace {
  readonly user: SystemUser | undefined;
  /** DBUS_SESSION_BUS_ADDRESS and XDG_RUNTIME_DIR of the session. */
  readonly env: NodeJS.ProcessEnv;
  /** Where the keyring lies: it outlives its daemon. */
  readonly folder: string;
}

/** A real GNOME keyring on a session bus of the tests' own. Resolves when programs can ask it. */
export async function startKeyring(place: KeyringPlace, state: 'unlocked' | 'locked'): Promise<ChildProcess> {
  const { user, folder } = place;
  const home = user === undefined ? {} : { HOME: user.home, USER: user.name, LOGNAME: user.name };
  const env = { ...process.env, ...home, ...place.env, XDG_DATA_HOME: folder };
  const unlock = state === 'unlocked' ? ['--unlock'] : [];
  const [file, ...args] = asUser(user, ['gnome-keyring-daemon', '--foreground', '--components=secrets', ...unlock]);
  const daemon = spawn(file, args, { env, stdio: ['pipe', 'ignore', 'ignore'] });
  daemon.stdin?.end(PASSWORD);
  const until = Date.now() + START_LIMIT;
  while (!(await owned(env))) {
    if (daemon.exitCode !== null) throw new Error('gnome-keyring-daemon ended at once.');
    if (Date.now() > until) throw new Error('gnome-keyring-daemon did not start.');
    // Asking costs a program each time, and it needs the processor too.
    await sleep(20);
  }
  return daemon;
}

/** Whether somebody answers on the bus for the keyring. */
async function owned(env: NodeJS.ProcessEnv): Promise<boolean> {
  const bus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const question = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const asked = spawn('dbus-send', [...bus, ...question], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let answer = '';
  asked.stdout.on('data', (chunk: Buffer) => {
    answer += chunk.toString();
  });
  await once(asked, 'close');
  return answer.includes('true');
}
