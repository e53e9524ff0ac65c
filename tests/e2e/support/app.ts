import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  test as base,
  type ConsoleMessage,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test';
import { projectRoot } from '../../../build/runtime/project.ts';
import { processesWith, untilNone } from './processes.ts';
import { e2eUser, execAsUser, giveToUser } from './user.ts';

export { expect };

/** Playwright's own preload keeps Electron from becoming ready before Playwright listens; it adds it only for its own copy. */
const LOADER = join(projectRoot, 'node_modules/playwright-core/lib/server/electron/loader.js');

/** A start takes a second or two; on a busy machine, a while (ms). */
const START_LIMIT = 90_000;

/** A line of the console that tells of a violation: ours, or Chromium's. */
const POLICY = /^securitypolicyviolation: |Content Security Policy|requires 'Trusted/;

export interface StartOptions {
  readonly language?: 'en' | 'fr';
  readonly path?: string;
  readonly keyring?: PasswordStore;
  /** Further words of the command line. */
  readonly words?: readonly string[];
  /** Such as another session bus than the suite's. */
  readonly session?: Readonly<Record<string, string>>;
}

/** Where Chromium keeps its key. */
type PasswordStore = 'gnome-libsecret' | 'basic';

/** The suite's session has a real keyring, which is not found by the desktop's name because there is no desktop. */
const KEYRING: PasswordStore = 'gnome-libsecret';
export const KEYRING_SWITCH = `--password-store=${KEYRING}`;

/** What a process writes. */
class Said {
  text = '';

  listen({ stdout, stderr }: ChildProcess): void {
    for (const stream of [stdout, stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.text += chunk.toString();
      });
    }
  }
}

/** A Toctoc that has ended, and what it wrote to its terminal. */
export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
}

/** A started Toctoc and its window. */
export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly quit: () => Promise<void>;
}

/** Toctoc on real Electron, with a data folder of its own that outlives restarts within a test. */
export class Desk {
  readonly folder: string;
  readonly dataFolder: string;
  readonly runtimeFolder: string;
  /** Everything that it has written to its terminal so far. */
  readonly said = new Said();
  /** What the page tried against its Content Security Policy so far, as the console says it: a test ends with none … */
  readonly violations: string[] = [];
  /** … but one that tries them. */
  violates = false;
  #close: () => Promise<void> = async () => {};

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'toctoc-e2e-'));
    this.dataFolder = join(this.folder, 'data');
    this.runtimeFolder = join(this.folder, 'run');
    mkdirSync(this.dataFolder);
    // Of its own as well: what one test leaves unfinished on a server is not the next one's past.
    mkdirSync(this.runtimeFolder, { mode: 0o700 });
    giveToUser(this.folder, this.dataFolder, this.runtimeFolder);
  }

  get dataFile(): string {
    return join(this.dataFolder, 'profiles.json');
  }

  async start(options: StartOptions = {}): Promise<Running> {
    const { language = 'en' } = options;
    const app = await this.#launch(options.words ?? [], options);
    const page = await app.firstWindow({ timeout: START_LIMIT });
    await this.watch(page);
    await page
      .getByRole('button', { name: language === 'fr' ? 'Nouveau profil' : 'New profile' })
      .first()
      .waitFor({ timeout: START_LIMIT });
    return { app, page, quit: () => this.#end(app) };
  }

  /** Starts it without a window, as at login. */
  async startHidden(options: StartOptions = {}): Promise<ElectronApplication> {
    return this.#launch(['--hidden'], options);
  }

  /**
   * Starts it with its window, and waits for no page.
   *
   * @param script runs in main before the app's own
   */
  async startUnder(script: string): Promise<ElectronApplication> {
    return this.#launch([], {}, script);
  }

  async #launch(
    words: readonly string[],
    { language = 'en', path, keyring = KEYRING, session = {} }: StartOptions,
    script = '',
  ): Promise<ElectronApplication> {
    await this.#close();
    const loader = join(this.folder, 'loader.cjs');
    // Playwright turns the keyring off, for its browsers: the last word is ours.
    const last = `\nrequire('electron').app.commandLine.appendSwitch('password-store', '${keyring}');\n`;
    writeFileSync(loader, readFileSync(LOADER, 'utf8') + last + script);
    const { file, env } = this.#program(language, path);
    const app = await electron.launch({
      executablePath: file,
      args: [
        ...['-r', loader, needed('TOCTOC_APP_DIR')],
        ...['--disable-gpu', `--user-data-dir=${this.dataFolder}`, `--lang=${language}`, `--password-store=${keyring}`],
        ...words,
      ],
      cwd: this.folder,
      timeout: START_LIMIT,
      chromiumSandbox: sandboxArgs().length === 0,
      env: { ...env, ...session },
    });
    this.said.listen(app.process());
    this.#close = () => this.#end(app);
    return app;
  }

  /** Quits, and waits for the end. */
  async #end(app: ElectronApplication): Promise<void> {
    this.#close = async () => {};
    // A test may end in the middle of the editor; nobody is there to answer its question.
    await app
      .evaluate(({ dialog }) => {
        dialog.showMessageBoxSync = () => 1;
      })
      .catch(() => {});
    await app.close();
  }

  /**
   * Collects violations twice, for neither source has all: Chromium's own words on the console, those included that
   * were said before we came, and the page's event, which is also there for what the console leaves out.
   */
  async watch(page: Page): Promise<void> {
    const take = (message: ConsoleMessage) => {
      const text = message.text();
      if (POLICY.test(text) && !this.violations.includes(text)) this.violations.push(text);
    };
    page.on('console', take);
    await page.evaluate(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        console.error(`securitypolicyviolation: ${effectiveDirective} ${blockedURI}`);
      });
    });
    for (const message of await page.consoleMessages()) take(message);
  }

  /** What the person chose, before a start. */
  chooses(settings: object): void {
    const file = join(this.dataFolder, 'settings.json');
    writeFileSync(file, JSON.stringify(settings));
    giveToUser(file);
  }

  /** Starts the program a second time, as a double click would, and waits for that process to end. */
  startSecond(...words: readonly string[]): Promise<Ended> {
    return this.startFrom(needed('TOCTOC_APP_DIR'), ...words);
  }

  /** Starts another copy of the app, whose end is near, and waits for it. */
  startFrom(appDir: string, ...words: readonly string[]): Promise<Ended> {
    const { file, env } = this.#program('en');
    const args = [appDir, '--disable-gpu', `--user-data-dir=${this.dataFolder}`, ...sandboxArgs(), ...words];
    return new Promise((resolve) => {
      const stdio: StdioOptions = ['ignore', 'ignore', 'pipe'];
      const child = spawn(file, args, { cwd: this.folder, env, stdio, timeout: 120_000 });
      const said = new Said();
      said.listen(child);
      // Not `exit`: what it has written is to be read to its end.
      child.once('close', (exitCode, signal) => resolve({ exitCode, signal, said: said.text }));
    });
  }

  /** The script that starts Electron as the right user, and the environment for it. */
  #program(language: 'en' | 'fr', path?: string): { readonly file: string; readonly env: Record<string, string> } {
    const file = join(this.folder, 'electron');
    writeFileSync(file, `#!/bin/sh\n${execAsUser(needed('TOCTOC_ELECTRON'), path)}\n`);
    chmodSync(file, 0o755);
    const home = e2eUser === undefined ? {} : { HOME: e2eUser.home, USER: e2eUser.name, LOGNAME: e2eUser.name };
    const locale = language === 'fr' ? 'fr_FR.UTF-8' : 'en_US.UTF-8';
    // Whatever else is installed here, and has made itself the machine's default.
    const terminal = { TERMINAL: 'xterm' };
    const languages = { LANG: locale, LANGUAGE: language, LC_ALL: locale };
    return { file, env: { ...definedEnv(), ...home, ...terminal, ...languages, XDG_RUNTIME_DIR: this.runtimeFolder } };
  }

  async remove(): Promise<void> {
    await this.#close();
    // Chromium's helpers go a little later than the app, and write until then.
    await untilNone(() => processesWith(`--user-data-dir=${this.dataFolder}`));
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** A picture for whoever wants to see what a person sees. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(projectRoot, 'test-results/screens', `e2e-${name}.png`) });
}

export const test = base.extend<{ desk: Desk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern.
  desk: async ({}, use) => {
    const desk = new Desk();
    await use(desk);
    await desk.remove();
    if (!desk.violates) expect(desk.violations, 'violations of the Content Security Policy').toEqual([]);
  },
});

/** Chromium refuses to sandbox root's processes, and cannot where user namespaces are forbidden. */
export function sandboxArgs(): readonly string[] {
  const none = process.env['TOCTOC_E2E_NO_SANDBOX'] === '1' || (e2eUser === undefined && process.getuid?.() === 0);
  return none ? ['--no-sandbox'] : [];
}

export function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run these tests by \`npm test -- e2e\`.`);
  return value;
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
