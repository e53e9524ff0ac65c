import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { UpdateStatus } from '../../shared/model/updates.ts';
import { test as base, type Desk, expect } from './support/app.ts';
import { ending } from './support/ending.ts';
import { UpdateServer } from './support/update-server.ts';
import { updatingCopy } from './support/updating-copy.ts';
import { giveToUser } from './support/user.ts';

// electron-updater itself, in the app, as an AppImage has it; Windows' and macOS's installers are not run here.
base.skip(process.platform !== 'linux', 'the AppImage’s updater is Linux’s');

const OLD = '#!/bin/sh\necho old\n';

const test = base.extend<{ readonly server: UpdateServer; readonly image: Image }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern.
  server: async ({}, use) => {
    const server = await UpdateServer.start();
    await use(server);
    await server.close();
  },
  image: async ({ desk, server }, use) => use(new Image(desk, server.url)),
});

/** An AppImage of which only the name is real: the app runs from its build. */
class Image {
  readonly path: string;
  readonly started: string;
  readonly session: Readonly<Record<string, string>>;
  readonly #folder: string;

  constructor(desk: Desk, url: string) {
    this.#folder = join(desk.folder, 'image');
    this.path = join(this.#folder, 'Toctoc-0.1.0-x86_64.AppImage');
    this.started = join(this.#folder, 'new-one-started');
    mkdirSync(this.#folder);
    writeFileSync(this.path, OLD);
    chmodSync(this.path, 0o755);
    giveToUser(this.#folder, this.path);
    this.session = updatingCopy(desk.folder, this.path, url);
  }

  get text(): string {
    return readFileSync(this.path, 'utf8');
  }

  /** A new version that leaves a trace when it is started, after some ballast to be cut off. */
  program(version: string) {
    const bytes = Buffer.from(`#!/bin/sh\necho ${version} > '${this.started}'\n#${'x'.repeat(100_000)}\n`);
    return { version, bytes };
  }
}

const status = (page: Page): Promise<UpdateStatus> =>
  page.evaluate(async () => (await Reflect.get(globalThis, 'toctoc').invoke('app:snapshot')).value.updates.status);

async function check(page: Page): Promise<UpdateStatus> {
  await page.evaluate(() => Reflect.get(globalThis, 'toctoc').invoke('updates:check'));
  await expect.poll(async () => (await status(page)).phase).not.toBe('checking');
  return status(page);
}

async function download(page: Page): Promise<UpdateStatus> {
  await page.evaluate(() => Reflect.get(globalThis, 'toctoc').invoke('updates:download'));
  await expect.poll(async () => (await status(page)).phase).not.toBe('downloading');
  return status(page);
}

test('nothing is asked of the server before somebody allows it', async ({ desk, server, image }) => {
  server.offers(image.program('9.0.0'));
  const { page } = await desk.start({ session: image.session });
  const refused = await page.evaluate(() => Reflect.get(globalThis, 'toctoc').invoke('updates:check'));
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'updates-off' }] });
  // A door opens: now the question comes, and still nothing is sent.
  const question = page.getByText('May Toctoc look for new versions');
  await expect(question).toHaveCount(0);
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(question).toBeVisible();
  expect(server.asked).toEqual([]);
  await page.getByRole('button', { name: 'Look for updates' }).click();
  await expect(page.getByText('Toctoc 9.0.0 is there.')).toBeVisible();
  // Found, not fetched; and nothing tells this computer from another.
  expect(server.asked.map(({ path }) => path.replace(/\?.*/, ''))).toEqual([
    expect.stringMatching(/^\/latest-linux.*yml$/),
  ]);
  const sent = JSON.stringify(server.asked[0]?.headers);
  expect(sent).toContain('00000000-0000-0000-0000-000000000000');
  expect(existsSync(join(desk.dataFolder, '.updaterId'))).toBe(false);
});

test('the same version, an older one and a test version are not offered', async ({ desk, server, image }) => {
  desk.chooses({ updates: 'stable' });
  const { page } = await desk.start({ session: image.session });
  for (const version of ['0.1.0', '0.0.9', '0.1.0-beta.3', '0.2.0-beta.1']) {
    server.offers(image.program(version));
    expect(await check(page), version).toEqual({ phase: 'current' });
  }
  expect(await page.evaluate(() => Reflect.get(globalThis, 'toctoc').invoke('updates:download'))).toMatchObject({
    ok: false,
    problems: [{ code: 'update-missing' }],
  });
});

test('a test version is offered to those who want them', async ({ desk, server, image }) => {
  desk.chooses({ updates: 'beta' });
  const { page } = await desk.start({ session: image.session });
  server.offers(image.program('0.2.0-beta.1'));
  expect(await check(page)).toEqual({ phase: 'available', version: '0.2.0-beta.1' });
  expect(server.asked[0]?.path).toMatch(/^\/beta-linux/);
  // Nor are they offered what is older.
  server.offers(image.program('0.0.9-beta.1'));
  expect(await check(page)).toEqual({ phase: 'current' });
});

test('a server that answers badly is named in one sentence, and the app goes on', async ({ desk, server, image }) => {
  desk.chooses({ updates: 'stable' });
  const { page } = await desk.start({ session: image.session });
  const bad: Readonly<Record<string, Parameters<UpdateServer['lists']>[0]>> = {
    '404': (response) => void response.writeHead(404).end('no'),
    '500': (response) => void response.writeHead(500).end(),
    'no YAML': (response) => void response.end('version: [9.0.0\n  files: {'),
    'no version': (response) => void response.end('version: newest\nfiles: []\n'),
    'another file': (response) => void response.end('<!doctype html><title>Log in to this hotel</title>'),
    nothing: (response) => void response.end(),
    'hung up': (response) => void response.destroy(),
    'redirected elsewhere': (response) => void response.writeHead(302, { location: 'http://localhost:9/x.yml' }).end(),
  };
  for (const [name, answer] of Object.entries(bad)) {
    server.lists(answer);
    expect(await check(page), name).toMatchObject({ phase: 'failed', problem: { code: 'update-check-failed' } });
  }
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByText('could not find out whether there is a new version')).toBeVisible();
  // Once it is itself again, so is the check.
  server.offers(image.program('9.0.0'));
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('Toctoc 9.0.0 is there.')).toBeVisible();
  expect(image.text).toBe(OLD);
});

test('what is not what was promised is not installed', async ({ desk, server, image }) => {
  desk.chooses({ updates: 'stable' });
  const { page, quit } = await desk.start({ session: image.session });
  const release = image.program('9.0.0');
  const wrong = Buffer.from('another file').toString('base64');
  const bad: Readonly<Record<string, () => void>> = {
    'another hash': () => server.offers({ ...release, sha512: wrong }),
    'cut off': () => server.files((response) => void response.end(release.bytes.subarray(0, 5000))),
    'hung up in the middle': () =>
      server.files((response) => {
        response.writeHead(200, { 'content-length': release.bytes.length });
        response.write(release.bytes.subarray(0, 5000), () => response.destroy());
      }),
    gone: () => server.files((response) => void response.writeHead(404).end()),
  };
  for (const [name, spoil] of Object.entries(bad)) {
    server.offers(release);
    spoil();
    expect(await check(page), name).toMatchObject({ phase: 'available' });
    expect(await download(page), name).toMatchObject({ phase: 'failed', problem: { code: 'update-failed' } });
  }
  await expect(page.getByText('Nothing was changed')).toBeVisible();
  await quit();
  expect(image.text).toBe(OLD);
});

test('a new version is fetched, put in the old one’s place and started; a redirect is followed', async ({
  desk,
  server,
  image,
}) => {
  desk.chooses({ updates: 'stable' });
  const { page, app } = await desk.start({ session: image.session });
  const release = image.program('9.0.0');
  server.offers(release);
  let redirected = false;
  server.files((response) => {
    if (redirected) return void response.end(release.bytes);
    redirected = true;
    response.writeHead(302, { location: `${server.url}elsewhere` }).end();
  });
  await check(page);
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByText('Toctoc 9.0.0 is ready.')).toBeVisible();
  expect(image.text).toBe(OLD);
  await ending(app, () => page.getByRole('button', { name: 'Restart now' }).click());
  expect(image.text).toBe(release.bytes.toString());
  await expect.poll(() => existsSync(image.started)).toBe(true);
});

test('an update that could not be put in place is told at the next start', async ({ desk, server, image }) => {
  desk.chooses({ updates: 'stable' });
  const { page, quit } = await desk.start({ session: image.session });
  server.offers(image.program('9.0.0'));
  await check(page);
  expect(await download(page)).toEqual({ phase: 'ready', version: '9.0.0' });
  // The folder is read-only now, or full: whoever installs there fails.
  chmodSync(join(image.path, '..'), 0o500);
  await quit();
  chmodSync(join(image.path, '..'), 0o700);
  expect(image.text).toBe(OLD);
  const again = await desk.start({ session: image.session });
  await expect(again.page.getByText('Toctoc 9.0.0 could not be put in place')).toBeVisible();
});
