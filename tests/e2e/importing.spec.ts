import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { atTerminal } from '../../electron/cli/language.ts';
import { en } from '../../shared/text/en.ts';
import { sentence } from '../../shared/text/sentence.ts';
import { expect, type Running, test } from './support/app.ts';
import { Command } from './support/command.ts';
import { Home, type Importable, PASSPHRASE, type Unimportable } from './support/import-files.ts';

/** Ports of sequences in the files: nobody may see one that has not asked. */
const SECRET = /\b(?:700[01]|800[01]|900[01])\b/;

/** Standard input is text, as what is pasted is: these stand for all, and the rest is not worth its seconds. */
const PIPED: ReadonlySet<string> = new Set(['history', '.ssh/config', 'sealed.json']);

/** The import page of a running Toctoc, and every way into it. */
class ImportPage {
  readonly page: Page;
  readonly #app: Running['app'];
  readonly #mouse: CDPSession;

  private constructor({ app, page }: Running, mouse: CDPSession) {
    this.page = page;
    this.#app = app;
    this.#mouse = mouse;
  }

  static async open(running: Running): Promise<ImportPage> {
    const { page } = running;
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    return new ImportPage(running, await page.context().newCDPSession(page));
  }

  /** In the system's dialog, which answers at once. */
  async choose(path: string, button: 'Choose files…' | 'Choose a folder…'): Promise<void> {
    await this.#app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
    await this.page.getByRole('button', { name: button }).click();
  }

  /** Chromium's own drop, of a file that lies there: the page gets what a person's would give it. */
  async drop(path: string): Promise<void> {
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await this.#mouse.send('Input.dispatchDragEvent', { type, x: 500, y: 300, data });
    }
  }

  async paste(text: string): Promise<void> {
    await this.page.getByLabel('Or paste').fill(text);
    await this.page.getByRole('button', { name: 'Read it' }).click();
  }

  async fromClipboard(text: string): Promise<void> {
    await this.#app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
    await this.page.getByRole('button', { name: 'Take it from the clipboard' }).click();
  }

  async find(place: string): Promise<void> {
    await this.page.getByRole('button', { name: `Read ${place}` }).click();
  }

  async unseal(passphrase: string): Promise<void> {
    await this.page.getByLabel('Passphrase').fill(passphrase);
    await this.page.getByRole('button', { name: 'Open', exact: true }).click();
  }

  /** The servers of the preview; none before there is one. */
  async servers(): Promise<readonly string[]> {
    const rows = this.page.getByRole('listitem').filter({ has: this.page.getByRole('checkbox') });
    return (await rows.allInnerTexts()).map(
      (text) => /^.* · port .*$/m.exec(text)?.[0].replace(/ · [^·]*line \d+$/, '') ?? text,
    );
  }

  async back(): Promise<void> {
    await this.page.getByRole('button', { name: 'Choose something else' }).click();
    await expect(this.page.getByRole('button', { name: 'Choose files…' })).toBeEnabled();
  }
}

/** Every way that makes sense: what is a folder cannot be pasted, and only two places are looked into without being asked. */
function doorsOf(
  into: ImportPage,
  path: string,
  { text, found }: Importable,
): readonly (readonly [string, () => Promise<void>, boolean])[] {
  return [
    ['dialog', () => into.choose(path, text === undefined ? 'Choose a folder…' : 'Choose files…'), false],
    ['drop', () => into.drop(path), false],
    ...(found === undefined ? [] : [['found', () => into.find(found), false] as const]),
    ...(text === undefined
      ? []
      : [
          ['paste', () => into.paste(text), true] as const,
          ['clipboard', () => into.fromClipboard(text), true] as const,
        ]),
  ];
}

/** What the command line says of each server, in the page's words. */
function serversIn(out: string): readonly string[] {
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return lines
    .filter(({ type }) => type === 'entry')
    .map(({ entry: { user, host, doorPort, knocks } }) => {
      const place = host === '' ? 'address missing' : `${user === '' ? '' : `${user}@`}${host}`;
      return `${place} · port ${doorPort}${knocks === 0 ? '' : ` · ${knocks} ${knocks === 1 ? 'knock' : 'knocks'}`}`;
    });
}

test('whatever can be imported shows the same servers through every door', async ({ desk }) => {
  const home = new Home(join(desk.folder, 'home'));
  const all = await home.fill();
  const running = await desk.start({ session: { HOME: home.folder } });
  const into = await ImportPage.open(running);
  for (const one of all) {
    for (const [door, enter, isText] of doorsOf(into, home.path(one.path), one)) {
      await enter();
      if (one.sealed) await into.unseal(PASSPHRASE);
      const shows = (isText ? one.textShows : undefined) ?? one.shows;
      await expect.poll(() => into.servers(), `${one.path} by ${door}`).toEqual(shows);
      await into.back();
    }
  }
  await expect(running.page.locator('body')).not.toContainText(SECRET);

  const command = new Command(desk);
  const secret = home.put('passphrase', `${PASSPHRASE}\n`);
  const [node, script] = command.words;
  const words = ['--dry-run', '--json', '--passphrase-file', secret];
  for (const { path, shows, textShows = shows } of all) {
    const file = home.path(path);
    const piped = `cat '${file}' | '${node}' '${script}' import ${words.map((word) => `'${word}'`).join(' ')} -`;
    const [named, read] = await Promise.all([
      command.toctoc(['import', ...words, file]),
      PIPED.has(path) ? command.run(['sh', '-c', piped]) : null,
    ]);
    expect([path, serversIn(named.out)]).toEqual([path, shows]);
    if (read !== null) expect([path, serversIn(read.out)]).toEqual([path, textShows]);
  }
});

test('what cannot be imported is said to be so in the window and at the terminal, in one sentence', async ({
  desk,
}) => {
  const home = new Home(join(desk.folder, 'home'));
  const all = await home.spoil();
  const into = await ImportPage.open(await desk.start());
  const { page } = into;
  for (const { path, problem, line, passphrase } of all) {
    await into.choose(home.path(path), 'Choose files…');
    if (passphrase !== undefined) await into.unseal(passphrase);
    const words = sentence(en, problem);
    await expect(page.getByText(words), path).toBeVisible();
    if (line > 0) await expect(page.getByRole('listitem').filter({ hasText: words })).toContainText(`Line ${line}`);
    if (line > 0 || passphrase !== undefined) await into.back();
  }
  // What is dropped is read by the page itself, which knows other reasons.
  await into.drop(home.path('secret.conf'));
  const params = { file: 'secret.conf', reason: 'NotReadableError' };
  await expect(page.getByText(sentence(en, { code: 'import-unreadable', params }))).toBeVisible();
  await expect(page).toHaveTitle('Toctoc');

  const command = new Command(desk);
  const told = async ({ path, problem, line, passphrase }: Unimportable) => {
    const file = home.path(path);
    const secret = passphrase === undefined ? [] : ['--passphrase-file', home.put(`${path}.pass`, `${passphrase}\n`)];
    const { error } = await command.toctoc(['import', '--dry-run', ...secret, file]);
    expect([path, error]).toEqual([
      path,
      expect.stringContaining(`${line > 0 ? `${file}:${line}: ` : ''}${sentence(atTerminal(en), problem)}`),
    ]);
  };
  // Two at a time, as many as the machine has cores.
  while (all.length > 0) await Promise.all(all.splice(0, 2).map(told));
});
