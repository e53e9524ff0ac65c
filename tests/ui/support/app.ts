import { join } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { FakeBridge } from '../../fakes/fake-bridge.ts';
import { axeFor } from '../../support/axe.ts';
import { type Served, serve } from './serve.ts';

declare global {
  interface Window {
    /** The way from the page to the fake bridge. */
    readonly fakeInvoke: (channel: string, args: readonly unknown[]) => Promise<unknown>;
    readonly fakeViolation: (text: string) => Promise<void>;
  }
}

const root = join(import.meta.dirname, '../../..');
const PUSH = 'fake-push';

/** The built page in the browser, with a fake bridge behind it. */
export class App {
  readonly page: Page;
  readonly #url: string;
  readonly #complaints: string[];
  readonly #allowed: RegExp[];
  #bridge: FakeBridge | null = null;
  #clockStands = false;

  constructor(page: Page, url: string, complaints: string[], allowed: RegExp[] = []) {
    this.page = page;
    this.#url = url;
    this.#complaints = complaints;
    this.#allowed = allowed;
  }

  /** Loads the page on a bridge. Once per test. */
  async open(bridge: FakeBridge, file = 'index.html'): Promise<FakeBridge> {
    const { page } = this;
    this.#bridge = bridge;
    await page.exposeFunction('fakeInvoke', (channel: string, args: readonly unknown[]) =>
      bridge.invoke(channel, args),
    );
    await page.exposeFunction('fakeViolation', (text: string) => this.#complaints.push(text));
    bridge.connect((channel, message) =>
      page.evaluate(([name, detail]) => void document.dispatchEvent(new CustomEvent(name, { detail })), [
        `${PUSH}:${channel}`,
        message,
      ] as const),
    );
    await page.addInitScript(installBridge, PUSH);
    await page.goto(new URL(file, this.#url).href);
    // What a button opens is there at once from now on: who looks for it does not find something of the pane before it.
    if (file === 'index.html' && !this.#clockStands)
      await page.locator('html[data-loaded]').waitFor({ state: 'attached' });
    return bridge;
  }

  /** Before the page is loaded: its clock stands at `ms` (since 1970), and goes on by `page.clock` only. */
  async stopClock(ms: number): Promise<void> {
    await this.page.clock.install({ time: ms - 1000 });
    await this.page.clock.pauseAt(ms);
    this.#clockStands = true;
  }

  /** The one that the page was loaded on. */
  get bridge(): FakeBridge {
    if (this.#bridge === null) throw new Error('The page has not been loaded.');
    return this.#bridge;
  }

  /** What the page complained of so far; taken away, it no longer fails the test. */
  takeComplaints(): readonly string[] {
    return this.#complaints.splice(0);
  }

  /** What it may complain of, whenever that comes. */
  mayComplain(of: RegExp): void {
    this.#allowed.push(of);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.page.getByLabel(name, { exact: true });
  }

  get status(): Locator {
    return this.page.getByRole('status');
  }

  option(name: string): Locator {
    return this.page.getByRole('option', { name });
  }

  /** Nothing that axe knows to be a barrier. */
  async expectAccessible(): Promise<void> {
    const { violations } = await axeFor(this.page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }

  /** Nothing sticks out of the window, and a picture for people to look at. */
  async picture(name: string): Promise<void> {
    const overflow = () =>
      this.page.evaluate(() => {
        const frames = [document.documentElement, ...document.querySelectorAll('main')];
        return {
          x: Math.max(...frames.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)),
          y: Math.max(...frames.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)),
        };
      });
    // A list that has just come is measured before it fits.
    await expect.poll(overflow).toEqual({ x: 0, y: 0 });
    await this.page.screenshot({ path: join(root, 'test-results/screens', `${name}.png`), animations: 'disabled' });
  }
}

/** Runs in the page, before its own scripts. */
function installBridge(push: string): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    void window.fakeViolation(`policy: ${violatedDirective} ${blockedURI}`);
  });
  // The title stands in the task bar, in screenshots and in what other programs can ask for: it never tells anything.
  document.addEventListener('DOMContentLoaded', () => {
    const look = () => document.title === 'Toctoc' || void window.fakeViolation(`title: ${document.title}`);
    new MutationObserver(look).observe(document.head, { childList: true, subtree: true, characterData: true });
    look();
  });
  Object.defineProperty(window, 'toctoc', {
    value: Object.freeze({
      invoke: (channel: string, ...args: unknown[]) => window.fakeInvoke(channel, args),
      on(channel: string, listener: (message: unknown) => void) {
        const hear = (event: Event) => event instanceof CustomEvent && listener(event.detail);
        document.addEventListener(`${push}:${channel}`, hear);
        return () => document.removeEventListener(`${push}:${channel}`, hear);
      },
      // No file that a test drops lies anywhere.
      pathOf: () => '',
    }),
  });
}

/** Every test also fails on a breach of the policy, an error in the console, a request to anywhere else, or a title of the page's own. */
export const test = base.extend<{ readonly app: App }, { readonly served: Served }>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures it needs from here.
    async ({}, use) => {
      const served = await serve(join(root, 'out/renderer'));
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
  app: async ({ page, served }, use) => {
    const complaints: string[] = [];
    const allowed: RegExp[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
    page.on(
      'request',
      (request) =>
        new URL(request.url()).origin === new URL(served.url).origin || complaints.push(`request: ${request.url()}`),
    );
    await use(new App(page, served.url, complaints, allowed));
    expect(complaints.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
  },
});

export { expect };
