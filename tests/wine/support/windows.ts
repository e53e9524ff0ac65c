import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { run } from '../../../build/runtime/process.ts';
import { nodeForWindows } from './node-exe.ts';

/** How a program ended. */
export interface Ended {
  readonly status: number | null;
  readonly out: Buffer;
  readonly error: string;
}

/** A Windows of its own: a fresh Wine prefix, which nothing but one test file uses, and which is gone after it. */
export class Windows {
  readonly #root = mkdtempSync(join(tmpdir(), 'toctoc-wine-'));
  #runs = 0;
  readonly #env: NodeJS.ProcessEnv = {
    ...process.env,
    WINEPREFIX: join(this.#root, 'prefix'),
    WINEDEBUG: '-all',
    // Without UTF-8, which a bare machine has not chosen, Wine spells ö in a file's name in other ways.
    LC_ALL: 'C.UTF-8',
    // Neither .NET nor a browser: without them nothing asks to be downloaded. No shortcut becomes a menu entry here.
    WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=d',
    DISPLAY: '',
  };

  static async make(): Promise<Windows> {
    const windows = new Windows();
    // Wine calls itself an older Windows than Node 20 runs on.
    await windows.#wine('wineboot', '-i');
    await windows.#wine('winecfg', '-v', 'win10');
    await windows.compile(['-municode', '-O1', '-o', windows.standInFile, join(import.meta.dirname, 'seen.c')]);
    return windows;
  }

  /** The stand-in of {@link standIn}, as this system sees it. */
  get standInFile(): string {
    return join(this.#root, 'seen.exe');
  }

  /** For programs of this system that start Wine themselves. */
  get environment(): NodeJS.ProcessEnv {
    return this.#env;
  }

  /** Compiles for Windows. */
  async compile(args: readonly string[]): Promise<void> {
    const ended = await run('x86_64-w64-mingw32-gcc', args, { limit: 180_000 });
    if (ended.code !== 0) throw new Error(`mingw’s gcc failed: ${ended.stderr}`);
  }

  /** A path on drive C as this system sees it. */
  unix(path: string): string {
    return join(this.#root, 'prefix/drive_c', path.slice('C:\\'.length).replaceAll('\\', '/'));
  }

  /** A folder of this test, as Windows sees it: Wine shows the whole file system as drive Z. */
  shared(name: string): { readonly unix: string; readonly windows: string } {
    const unix = join(this.#root, name);
    return { unix, windows: `Z:${unix.replaceAll('/', '\\')}` };
  }

  /** Puts a program there that writes down how it was started. */
  async standIn(path: string): Promise<void> {
    await mkdir(dirname(this.unix(path)), { recursive: true });
    await copyFile(this.standInFile, this.unix(path));
  }

  async file(path: string, text: string): Promise<void> {
    await mkdir(dirname(this.unix(path)), { recursive: true });
    await writeFile(this.unix(path), text);
  }

  /** By Windows' own `reg add`. An empty name is the key's default value. */
  async registry(key: string, name: string, value: string, kind: 'REG_SZ' | 'REG_EXPAND_SZ' = 'REG_SZ'): Promise<void> {
    const which = name === '' ? ['/ve'] : ['/v', name];
    await this.#wine('reg', 'add', key, ...which, '/t', kind, '/d', value, '/f');
  }

  /** A key with all below it, as `reg query` shows it; '' where there is none. */
  async query(key: string): Promise<string> {
    const { status, out } = await this.run('reg', ['query', key, '/s']);
    return status === 0 ? out.toString() : '';
  }

  /** Puts something in PowerShell's place, for an installer that asks it: see powershell.c. */
  async powershell(): Promise<void> {
    const file = this.unix('C:\\windows\\system32\\WindowsPowerShell\\v1.0\\powershell.exe');
    await this.compile(['-municode', '-O1', '-o', file, join(import.meta.dirname, 'powershell.c')]);
  }

  /** Until nothing runs any more: an uninstaller goes on as a copy of itself. */
  async settled(): Promise<void> {
    const ended = await run('wineserver', ['-w'], { env: this.#env, limit: 120_000 });
    if (ended.code !== 0) throw new Error('something still runs under Wine');
  }

  /**
   * Bundles a module and what it imports to one file, and runs it on Windows' Node; answers with the end of what that, and
   * Wine, had to say. What Wine could not do it tells nobody else: a program only gets a number.
   */
  async node(entry: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
    const driver = await this.bundle(entry, 'driver');
    const node = await nodeForWindows();
    const ended = await this.#program('wine', [node, driver, ...args], {
      WINEDEBUG: 'err+all,fixme-all,warn+process',
      ...env,
    });
    if (ended.status !== 0) throw new Error(`node.exe ended with ${ended.status}: ${ended.text}`);
    return ended.text;
  }

  /** Bundles a module and what it imports to one file of this name; answers with its path as Windows sees it. */
  async bundle(entry: string, name: string): Promise<string> {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: entry,
        outDir: join(this.#root, name),
        target: 'node20',
        rollupOptions: { output: { format: 'cjs', entryFileNames: `${name}.cjs` } },
      },
      ssr: { noExternal: true },
    });
    return this.shared(`${name}/${name}.cjs`).windows;
  }

  /** Runs a program to its end, with this standard input; its output and errors apart. Several may run at once. */
  async run(
    file: string,
    args: readonly string[],
    input: Buffer | string = '',
    env: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    this.#runs += 1;
    const number = this.#runs;
    const at = (name: string) => join(this.#root, `run-${number}-${name}`);
    await writeFile(at('in'), input);
    const [from, out, error] = [openSync(at('in'), 'r'), openSync(at('out'), 'w'), openSync(at('error'), 'w')];
    const child = spawn('wine', [file, ...args], {
      env: { ...this.#env, ...env },
      stdio: [from, out, error],
      timeout: 180_000,
    });
    const status = await new Promise<number | null>((resolve) => {
      child.once('error', () => resolve(null));
      child.once('exit', resolve);
    });
    for (const fd of [from, out, error]) closeSync(fd);
    return { status, out: readFileSync(at('out')), error: readFileSync(at('error'), 'utf8') };
  }

  async remove(): Promise<void> {
    // Whatever still runs in this prefix.
    await run('wineserver', ['-k', '-w'], { env: this.#env, limit: 90_000 });
    rmSync(this.#root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  async #wine(...args: readonly string[]): Promise<void> {
    const { status, text } = await this.#program('wine', args, {});
    if (status !== 0) throw new Error(`wine ${args.join(' ')} ended with ${status}: ${text}`);
  }

  /** Under Wine standard output and error have to be files. */
  #program(file: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    mkdirSync(this.#root, { recursive: true });
    const log = join(this.#root, 'log');
    const out = openSync(log, 'w');
    return new Promise<{ readonly status: number | null; readonly text: string }>((resolve) => {
      const child = spawn(file, args, { env: { ...this.#env, ...env }, stdio: ['ignore', out, out] });
      const done = (status: number | null) => {
        closeSync(out);
        resolve({ status, text: readFileSync(log, 'utf8').slice(-2000) });
      };
      child.once('error', () => done(null));
      child.once('exit', done);
    });
  }
}
