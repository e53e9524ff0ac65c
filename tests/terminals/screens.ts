import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endChild } from '../support/end-child.ts';

/** An X server, a Wayland compositor in a window of it, and a session bus, for terminals to open their windows on. */
export class Screens {
  readonly #folder = mkdtempSync(join(tmpdir(), 'toctoc-screens-'));
  readonly #started: ChildProcess[] = [];
  #display = '';
  #bus = '';

  static async start(): Promise<Screens> {
    const screens = new Screens();
    await screens.#open();
    return screens;
  }

  async #open(): Promise<void> {
    this.#display = `:${await this.#line('Xvfb', ['-displayfd', '1', '-screen', '0', '800x600x24', '-nolisten', 'tcp'], {})}`;
    // gnome-terminal's window is opened by a server that the bus starts: it needs the display too, and UTF-8.
    const forServers = { ...this.x, LC_ALL: 'C.UTF-8' };
    this.#bus = await this.#line('dbus-daemon', ['--session', '--nofork', '--print-address'], forServers);
    // In a window of the X server: without one it has no keyboard, and foot does not start.
    const options = [
      '--backend=x11-backend.so',
      '--use-pixman',
      '--socket=wayland-toctoc',
      '--no-config',
      '--idle-time=0',
    ];
    this.#spawn('weston', options, this.x, 'ignore');
    while (!existsSync(join(this.#folder, 'wayland-toctoc'))) await sleep(50);
  }

  /** For a program of X; without a graphics card OpenGL is drawn by the processor. */
  get x(): Readonly<Record<string, string>> {
    return {
      ...{ DISPLAY: this.#display, XDG_RUNTIME_DIR: this.#folder, LIBGL_ALWAYS_SOFTWARE: '1' },
      ...(this.#bus === '' ? {} : { DBUS_SESSION_BUS_ADDRESS: this.#bus }),
    };
  }

  get wayland(): Readonly<Record<string, string>> {
    return { WAYLAND_DISPLAY: 'wayland-toctoc', XDG_RUNTIME_DIR: this.#folder };
  }

  async stop(): Promise<void> {
    for (const child of this.#started.toReversed()) await endChild(child);
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  #spawn(file: string, argv: readonly string[], env: Readonly<Record<string, string>>, stdout: 'pipe' | 'ignore') {
    const child = spawn(file, argv, { env: { ...process.env, ...env }, stdio: ['ignore', stdout, 'ignore'] });
    this.#started.push(child);
    return child;
  }

  /** The first line that it prints, with which it says that it is there. */
  #line(file: string, argv: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
    const child = this.#spawn(file, argv, env, 'pipe');
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (status) => reject(new Error(`${file} ended with status ${status}`)));
      child.stdout?.once('data', (text: Buffer) => resolve(text.toString().trim()));
    });
  }
}
