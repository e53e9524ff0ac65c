import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { giveToUser } from './support/user.ts';

// Electron's own list of twenty points (https://www.electronjs.org/docs/latest/tutorial/security): each test here is
// somebody inside the page who tries what the point is about. What is denied by table alone is in the unit tests.

const REMOTE = 'https://example.org/x';

test('nothing loads from elsewhere: script, module, worker, style, picture, font, frame, plug-in', async ({ desk }) => {
  desk.violates = true;
  const { page } = await desk.start();
  const tried = await page.evaluate(async (remote) => {
    await new Promise((resolve) => setTimeout(resolve));
    const blocked = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => blocked.add(effectiveDirective));
    const refused: string[] = [];
    const attempt = async (name: string, what: () => unknown) => {
      try {
        await what();
      } catch {
        refused.push(name);
      }
    };
    const add = (tag: string, fields: object) =>
      document.body.append(Object.assign(document.createElement(tag), fields));
    await attempt('script', () => add('script', { src: remote }));
    await attempt('inline', () => add('script', { textContent: 'window.taken = true' }));
    await attempt('module', () => import(/* @vite-ignore */ remote));
    await attempt('worker', () => new Worker(remote));
    await attempt('srcdoc', () => add('iframe', { srcdoc: '<b>x</b>' }));
    await attempt('handler', () => document.body.setAttribute('onclick', 'window.taken = true'));
    await attempt('socket', () => new WebSocket('wss://example.org/'));
    await attempt('service worker', () => navigator.serviceWorker.register('/index.html'));
    add('link', { rel: 'stylesheet', href: remote });
    add('img', { src: remote });
    add('iframe', { src: remote });
    await attempt('plug-in', () => add('object', { data: remote }));
    add('video', { src: remote });
    add('base', { href: remote });
    await new FontFace('X', `url(${remote})`).load().catch(() => refused.push('font'));
    // Each is told of when its turn comes.
    const expected = ['style-src-elem', 'img-src', 'frame-src', 'media-src', 'base-uri'];
    for (let waits = 0; waits < 600 && expected.some((one) => !blocked.has(one)); waits++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return { refused, blocked: [...blocked], taken: Reflect.get(globalThis, 'taken'), base: document.baseURI };
  }, REMOTE);
  expect(tried.refused).toEqual(
    expect.arrayContaining([
      'script',
      'inline',
      'module',
      'worker',
      'srcdoc',
      'handler',
      'service worker',
      'font',
      'plug-in',
    ]),
  );
  expect(tried.blocked).toEqual(
    expect.arrayContaining(['style-src-elem', 'img-src', 'frame-src', 'media-src', 'base-uri']),
  );
  expect(tried.taken).toBeUndefined();
  expect(tried.base).toBe('app://ui/index.html');
});

test('no frame, webview or link gets a page of its own, and none reaches the bridge or the system', async ({
  desk,
}) => {
  desk.violates = true;
  const { app, page } = await desk.start();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => Promise.resolve(void opened.push(url));
    shell.openPath = (path) => Promise.resolve(String(opened.push(path)));
  });
  const inFrame = await page.evaluate(async (remote) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const view = Object.assign(document.createElement('webview'), { src: remote, nodeintegration: 'on' });
    document.body.append(view);
    for (const href of [
      remote,
      'file:///etc/passwd',
      'javascript:window.taken=1',
      'mailto:a@example.org',
      'smb://x/y',
    ]) {
      for (const target of ['', '_blank']) {
        const link = Object.assign(document.createElement('a'), { href, target, textContent: 'x' });
        document.body.append(link);
        link.click();
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    return {
      bridge: typeof Reflect.get(frame.contentWindow ?? {}, 'toctoc'),
      view: typeof Reflect.get(view, 'executeJavaScript'),
      taken: typeof Reflect.get(globalThis, 'taken'),
    };
  }, REMOTE);
  expect(inFrame).toEqual({ bridge: 'undefined', view: 'undefined', taken: 'undefined' });
  const outside = await app.evaluate(({ BrowserWindow, webContents }) => ({
    contents: webContents.getAllWebContents().length,
    windows: BrowserWindow.getAllWindows().length,
    opened: Reflect.get(globalThis, 'opened'),
  }));
  expect(outside).toEqual({ contents: 1, windows: 1, opened: [] });
  expect(page.url()).toBe('app://ui/index.html');
});

test('another window with the very same preload is not believed', async ({ desk }) => {
  const { app } = await desk.start();
  const answer = await app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    // No page of ours at all, only its address: the bridge is there, and every channel refuses.
    await other.loadURL('app://ui/index.html');
    const code = `(async () => JSON.stringify([
      await toctoc.invoke('app:snapshot'),
      await toctoc.invoke('profiles:delete', 'practice'),
      typeof require, typeof process]))()`;
    const said: string = await other.webContents.executeJavaScript(code);
    other.destroy();
    return said;
  });
  const [snapshot, deletion, ...node] = JSON.parse(answer);
  for (const refusal of [snapshot, deletion]) {
    expect(refusal).toMatchObject({ ok: false, problems: [{ code: 'request-refused' }] });
  }
  expect(node).toEqual(['undefined', 'undefined']);
});

test('app:// serves the built page and nothing beside it', async ({ desk }) => {
  const { app } = await desk.start();
  const answers = await app.evaluate(async ({ net }) => {
    const ask = async (url: string) => {
      try {
        const answer = await net.fetch(url);
        return { url, status: answer.status, policy: answer.headers.get('content-security-policy') ?? '' };
      } catch {
        return { url, status: 0, policy: '' };
      }
    };
    return Promise.all(
      [
        'app://ui/index.html',
        'app://ui/../../package.json',
        'app://ui/%2e%2e/%2e%2e/package.json',
        'app://ui/..%2f..%2fpackage.json',
        'app://ui/..%5c..%5cpackage.json',
        'app://ui//etc/passwd',
        'app://ui/%00/index.html',
        'app://ui/%c0%ae%c0%ae/package.json',
        'app://ui/C:/Windows/win.ini',
        'app://other/index.html',
        'app://user@ui/index.html',
      ].map(ask),
    );
  });
  const [index, ...others] = answers;
  expect(index?.status).toBe(200);
  expect(index?.policy).toContain("default-src 'none'");
  expect(others.filter(({ status }) => status === 200)).toEqual([]);
});

async function permission(page: Page, name: string): Promise<string> {
  return page.evaluate(async (name) => {
    try {
      return (await navigator.permissions.query({ name: name as PermissionName })).state;
    } catch {
      return 'unknown';
    }
  }, name);
}

test('every permission is denied, asked for or not', async ({ desk }) => {
  const { page } = await desk.start();
  for (const name of [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'clipboard-read',
    'midi',
    'persistent-storage',
  ]) {
    expect(['denied', 'unknown'], name).toContain(await permission(page, name));
  }
  const asked = await page.evaluate(async () => {
    const refused = (what: () => Promise<unknown>) =>
      what().then(
        () => 'allowed',
        () => 'refused',
      );
    return Promise.all([
      refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      refused(() => navigator.mediaDevices.getDisplayMedia()),
      refused(() => navigator.clipboard.readText()),
      refused(() => new Promise((ok, no) => navigator.geolocation.getCurrentPosition(ok, no))),
      refused(() => document.body.requestFullscreen()),
    ]);
  });
  expect(asked).toEqual(['refused', 'refused', 'refused', 'refused', 'refused']);
});

test('a dropped file does not replace the page, and nothing is downloaded', async ({ desk }) => {
  const { app, page } = await desk.start();
  const file = join(desk.folder, 'dropped.html');
  writeFileSync(file, '<script>document.title = "taken"</script>');
  giveToUser(file);
  await app.evaluate(({ session }) => {
    session.defaultSession.on('will-download', (event) =>
      Object.assign(globalThis, { prevented: event.defaultPrevented }),
    );
  });
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
  await page.evaluate(() => {
    const href = URL.createObjectURL(new Blob(['x']));
    Object.assign(document.createElement('a'), { href, download: 'x.txt' }).click();
  });
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'prevented'))).toBe(true);
  expect(page.url()).toBe('app://ui/index.html');
  await expect(page).toHaveTitle('Toctoc');
});

test('the window was made as the checklist asks', async ({ desk }) => {
  const { app } = await desk.start();
  const preferences = await app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    const all: Record<string, unknown> = Reflect.apply(
      Reflect.get(contents ?? {}, 'getLastWebPreferences'),
      contents,
      [],
    );
    const asked = [
      ...['nodeIntegration', 'nodeIntegrationInSubFrames', 'nodeIntegrationInWorker', 'contextIsolation', 'sandbox'],
      ...['webSecurity', 'allowRunningInsecureContent', 'experimentalFeatures', 'webviewTag'],
    ];
    // Some are told only when they are on.
    return Object.fromEntries(asked.map((name) => [name, all[name] ?? false]));
  });
  expect(preferences).toEqual({
    ...{ nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false },
    ...{ contextIsolation: true, sandbox: true, webSecurity: true, allowRunningInsecureContent: false },
    ...{ experimentalFeatures: false, webviewTag: false },
  });
});
