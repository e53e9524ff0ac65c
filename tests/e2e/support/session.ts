import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { busConfig } from '../../support/bus-config.ts';
import { asUser } from '../../support/e2e-user.ts';
import { endChild } from '../../support/end-child.ts';
import { startKeyring } from '../../support/keyring.ts';
import { e2eUser, giveToUser } from './user.ts';

/** A session of one test: a bus and a keyring that it can lock, lose and change. */
export class Session {
  readonly env: { readonly DBUS_SESSION_BUS_ADDRESS: string };
  readonly #folder: string;
  readonly #bus: ChildProcess;
  #keyring: ChildProcess | null = null;

  private constructor(folder: string, address: string, bus: ChildProcess) {
    this.#folder = folder;
    this.env = { DBUS_SESSION_BUS_ADDRESS: address };
    this.#bus = bus;
  }

  /** @param folder an empty one for it, of the user that the app runs as */
  static async start(folder: string): Promise<Session> {
    mkdirSync(folder, { mode: 0o700 });
    giveToUser(folder);
    // By a path: an abstract socket cannot be reached from another network namespace. No service may start by itself.
    const address = `unix:path=${join(folder, 'bus')}`;
    const config = join(folder, 'bus.conf');
    writeFileSync(config, busConfig(address, false));
    const [file, ...args] = asUser(e2eUser, [
      'dbus-daemon',
      `--config-file=${config}`,
      '--nofork',
      '--print-address=1',
    ]);
    const bus = spawn(file, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(bus.stdout, 'data');
    return new Session(folder, address, bus);
  }

  /** Starts the keyring, or starts it again in another state. */
  async keyring(state: 'unlocked' | 'locked' | 'absent'): Promise<void> {
    await this.#endKeyring();
    const place = { user: e2eUser, env: { ...this.env, XDG_RUNTIME_DIR: this.#folder }, folder: this.#folder };
    this.#keyring = state === 'absent' ? null : await startKeyring(place, state);
  }

  /** What was in the keyring is gone, as after the password of a login was reset. */
  async forget(): Promise<void> {
    await this.keyring('absent');
    rmSync(join(this.#folder, 'keyrings'), { recursive: true, force: true });
  }

  async stop(): Promise<void> {
    await this.#endKeyring();
    await endChild(this.#bus);
  }

  async #endKeyring(): Promise<void> {
    if (this.#keyring !== null) await endChild(this.#keyring);
  }
}
