import { readFileSync } from 'node:fs';
import { expect, test } from './support/app.ts';

test('the page has a real sandbox and no Node', async ({ desk }) => {
  const { app, page } = await desk.start();
  const inPage = await page.evaluate(() => ({
    process: typeof Reflect.get(globalThis, 'process'),
    require: typeof Reflect.get(globalThis, 'require'),
    bridge: Object.keys(Reflect.get(globalThis, 'toctoc')).toSorted(),
  }));
  expect(inPage).toEqual({ process: 'undefined', require: 'undefined', bridge: ['invoke', 'on'] });
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  // 2: seccomp-bpf filters are on, see proc(5).
  expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);
});

test('the page cannot leave, open windows, reach the network, or run strings', async ({ desk }) => {
  const { app, page } = await desk.start();
  const tried = await page.evaluate(async () => {
    const refused = async (what: () => unknown) => {
      try {
        return `allowed: ${String(await what())}`;
      } catch {
        return 'refused';
      }
    };
    // The debugger lets a string run while it evaluates this function: what follows has to be a task of the page's own.
    await new Promise((resolve) => setTimeout(resolve));
    location.href = 'https://example.org/';
    return {
      open: String(window.open('https://example.org/')),
      eval: await refused(() => Reflect.get(globalThis, 'eval')('1')),
      fetch: await refused(() => fetch('https://example.org/')),
      html: await refused(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
      }),
      notification: await Notification.requestPermission(),
    };
  });
  expect(tried).toEqual({ open: 'null', eval: 'refused', fetch: 'refused', html: 'refused', notification: 'denied' });
  expect(page.url()).toBe('app://ui/index.html');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('main refuses junk on every channel, and says so', async ({ desk }) => {
  const { page } = await desk.start();
  const before = await page.getByLabel('Profiles', { exact: true }).textContent();
  const answers = await page.evaluate(async () => {
    const { invoke } = Reflect.get(globalThis, 'toctoc');
    const draft = { name: 'x', host: '-oProxyCommand=x', launch: {}, door: {} };
    return Promise.all([
      invoke('profiles:read', '../../etc/passwd'),
      invoke('profiles:read', { id: 'x' }),
      invoke('profiles:save', { id: null, draft }),
      invoke('profiles:delete'),
      invoke('runs:start', { profileId: 'practice', action: 'format' }),
      invoke('runs:cancel', 1, 2, 3),
      invoke('app:snapshot', 'more'),
    ]);
  });
  for (const answer of answers) expect(answer).toMatchObject({ ok: false });
  const unknown = await page.evaluate(async () => {
    try {
      return await Reflect.get(globalThis, 'toctoc').invoke('shell:open', 'calc');
    } catch (error) {
      return String(error);
    }
  });
  expect(unknown).toContain('no such channel');
  expect(await page.getByLabel('Profiles', { exact: true }).textContent()).toBe(before);
});
