import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asUser } from '../../support/e2e-user.ts';
import { type Desk, KEYRING_SWITCH, needed, sandboxArgs } from './app.ts';
import { isRunning, processesWith, untilNone } from './processes.ts';
import { e2eUser, giveToUser } from './user.ts';

/** A command that runs. */
export interface Started {
  /** Ctrl+C. */
  readonly interrupt: () => void;
  /** As by a crash: nothing is put in order. */
  readonly kill: () => void;
  /** What it has said on standard output so far. */
  readonly said: () => string;
  readonly ended: Promise<Ended>;
}

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** The `toctoc` command as the user of this desk would run it. */
export class Command {
  /** For configuration files: one word each. */
  readonly words: readonly [string, string];
  readonly #desk: Desk;
  readonly #electron: string;

  constructor(desk: Desk) {
    this.#desk = desk;
    // Node may lie where that user cannot go.
    const node = join(desk.folder, 'node');
    copyFileSync(process.execPath, node);
    // Under Xvfb, and perhaps where no sandbox can be: said to Electron here, for the command has no word for it.
    this.#electron = join(desk.folder, 'unpacked');
    mkdirSync(this.#electron);
    const flags = ['--disable-gpu', KEYRING_SWITCH, ...sandboxArgs()].join(' ');
    const electron = join(this.#electron, 'electron');
    writeFileSync(electron, `#!/bin/sh\nexec '${needed('TOCTOC_ELECTRON')}' ${flags} "$@"\n`);
    for (const file of [node, electron]) chmodSync(file, 0o755);
    giveToUser(this.#electron);
    this.words = [node, join(needed('TOCTOC_APP_DIR'), 'out/main/toctoc.js')];
  }

  /** Runs it to its end. */
  toctoc(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return this.run([...this.words, ...args], env);
  }

  /** Runs any program as that user, to its end: see `start`. */
  run(words: readonly [string, ...string[]], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return this.start(words, env).ended;
  }

  /** Starts any program as that user, with the environment that the command needs; it reads no input. */
  start(words: readonly [string, ...string[]], env: NodeJS.ProcessEnv = {}): Started {
    const [file, ...rest] = asUser(e2eUser, words);
    const home = e2eUser === undefined ? {} : { HOME: e2eUser.home, USER: e2eUser.name, LOGNAME: e2eUser.name };
    const own = {
      LC_ALL: 'C.UTF-8',
      TOCTOC_HOME: this.#desk.dataFolder,
      XDG_RUNTIME_DIR: this.#desk.runtimeFolder,
      ELECTRON_OVERRIDE_DIST_PATH: this.#electron,
    };
    const child = spawn(file, rest, {
      cwd: this.#desk.folder,
      env: { ...process.env, ...home, ...own, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 120_000,
    });
    const text = { out: '', error: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      text.out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      text.error += chunk.toString();
    });
    const ended = new Promise<Ended>((resolve) => child.once('close', (status) => resolve({ status, ...text })));
    // setpriv replaces itself by the program: the signal reaches that.
    return { interrupt: () => child.kill('SIGINT'), kill: () => child.kill('SIGKILL'), said: () => text.out, ended };
  }

  /** The app that holds this desk's data folder, `null` when none does: Chromium's lock is a link to `host-pid`. */
  appPid(): number | null {
    try {
      return Number(readlinkSync(join(this.#desk.dataFolder, 'SingletonLock')).split('-').at(-1));
    } catch {
      return null;
    }
  }

  /** The apps that commands have started for this desk's data folder: their first processes, without those they made. */
  hiddenApps(): readonly string[] {
    return processesWith('--quit-when-idle', `--user-data-dir=${this.#desk.dataFolder}`);
  }

  /** The processes of this desk's windows. */
  windows(): readonly string[] {
    return processesWith('--type=renderer', `--user-data-dir=${this.#desk.dataFolder}`);
  }

  /** Ends a hidden app, as the end of a session would. */
  async endApp(): Promise<void> {
    const pid = this.appPid();
    if (pid === null) return;
    try {
      process.kill(pid);
    } catch {
      // It has ended by itself meanwhile.
    }
    await untilNone(() => (isRunning(pid) ? [String(pid)] : []));
  }
}
