import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { endChild } from '../../support/end-child.ts';

/** How long a start may take (ms). */
const START_LIMIT_MS = 60_000;
/** After how long (ms) a connection is begun again. */
const CONNECT_LIMIT_MS = 10_000;

/** A packed program with its window, driven through Chromium's own debugging port: the fuses shut Node's. */
export class Program {
  /**
   * @param words the program's file and its arguments
   * @param data the folder that it keeps its data in
   */
  static async start([file, ...args]: [string, ...string[]], env: NodeJS.ProcessEnv, data: string): Promise<Program> {
    const portFile = join(data, 'DevToolsActivePort');
    rmSync(portFile, { force: true });
    const child = spawn(file, [...args, '--remote-debugging-port=0'], { env, stdio: 'ignore' });
    const failed = new Promise<never>((_resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`the program ended at once (${code})`)));
    });
    failed.catch(() => {});
    try {
      const browser = await Promise.race([failed, addressOf(portFile).then(connected)]);
      const page = browser.contexts()[0]?.pages()[0];
      if (page === undefined) throw new Error('the program shows no window');
      return new Program(child, browser, page);
    } catch (error) {
      await endChild(child);
      throw error;
    }
  }

  readonly #child: ChildProcess;
  readonly #browser: Browser;
  readonly page: Page;

  private constructor(child: ChildProcess, browser: Browser, page: Page) {
    this.#child = child;
    this.#browser = browser;
    this.page = page;
  }

  async quit(): Promise<void> {
    await this.#browser.close();
    await endChild(this.#child);
  }
}

/** Where the program can be driven, once it has its page: who connects before that waits for ever. */
async function addressOf(portFile: string): Promise<string> {
  for (const until = Date.now() + START_LIMIT_MS; Date.now() < until; await sleep(100)) {
    const address = `http://127.0.0.1:${read(portFile).split('\n')[0]}`;
    const targets = await fetch(`${address}/json/list`).then(
      (answer) => answer.text(),
      () => '',
    );
    // Its title, which is its document's: the address alone is there before anything of the page is.
    if (targets.includes('app://ui/index.html') && /"title": "Toctoc/.test(targets)) return address;
  }
  throw new Error('the program shows no window');
}

/** A connection that was begun while Chromium took the page elsewhere is never answered: another one is. */
async function connected(address: string): Promise<Browser> {
  for (const until = Date.now() + START_LIMIT_MS; ; ) {
    try {
      return await chromium.connectOverCDP(address, { timeout: CONNECT_LIMIT_MS });
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
