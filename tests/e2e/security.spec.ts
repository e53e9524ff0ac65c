import { readFileSync } from 'node:fs';
import { expect, sandboxArgs, test } from './support/app.ts';

test('the page has no Node', async ({ desk }) => {
  const { page } = await desk.start();
  const inPage = await page.evaluate(() => ({
    process: typeof Reflect.get(globalThis, 'process'),
    require: typeof Reflect.get(globalThis, 'require'),
    bridge: Object.keys(Reflect.get(globalThis, 'toctoc')).toSorted(),
    // It knows where a file lies that a person has dropped, and nothing of one that the page makes up.
    path: Reflect.get(globalThis, 'toctoc').pathOf(new File(['x'], '/etc/passwd')),
  }));
  const bridge = ['invoke', 'on', 'pathOf'];
  expect(inPage).toEqual({ process: 'undefined', require: 'undefined', bridge, path: '' });
});

/** Of a process, see proc_pid_status(5): its seccomp filters, and the PID namespaces it is in. */
function confinement(pid: number | undefined) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string) => (status.match(new RegExp(`^${name}:(.*)$`, 'm'))?.[1] ?? '').trim().split(/\s+/);
  return { filters: Number(field('Seccomp_filters')[0]), namespaces: field('NSpid').length };
}

test.describe(() => {
  test.skip(sandboxArgs().length > 0, 'needs user namespaces, which this system forbids: Electron has no sandbox here');

  // Beside the main process: a container may filter, and nest, every process in it.
  test('the page has a real sandbox: filters and a namespace that main has not', async ({ desk }) => {
    const { app } = await desk.start();
    const pids = await app.evaluate(({ BrowserWindow }) => ({
      main: process.pid,
      page: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    }));
    const main = confinement(pids.main);
    const page = confinement(pids.page);
    expect(page.filters).toBeGreaterThan(main.filters);
    expect(page.namespaces).toBeGreaterThan(main.namespaces);
  });
});

test('the page cannot leave, open windows, reach the network, or run strings', async ({ desk }) => {
  desk.violates = true;
  const { app, page } = await desk.start();
  const { answers, blocked } = await page.evaluate(async () => {
    const refused = async (what: () => unknown) => {
      try {
        return `allowed: ${String(await what())}`;
      } catch {
        return 'refused';
      }
    };
    // The debugger lets a string run while it evaluates this function: what follows has to be a task of the page's own.
    await new Promise((resolve) => setTimeout(resolve));
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
      blocked.push(`${disposition} ${effectiveDirective} ${blockedURI}`);
    });
    location.href = 'https://example.org/';
    const answers = {
      open: String(window.open('https://example.org/')),
      eval: await refused(() => Reflect.get(globalThis, 'eval')('1')),
      fetch: await refused(() => fetch('https://example.org/')),
      html: await refused(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
      }),
      notification: await Notification.requestPermission(),
    };
    // It is told of when its turn comes.
    for (let waits = 0; waits < 600 && !blocked.some((one) => one.includes('connect-src')); waits++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return { answers, blocked };
  });
  expect(answers).toEqual({ open: 'null', eval: 'refused', fetch: 'refused', html: 'refused', notification: 'denied' });
  // Where nothing can be reached a fetch fails anyway: it was the policy that refused it.
  expect(blocked).toContain('enforce connect-src https://example.org/');
  await expect.poll(() => desk.violations).toContain('securitypolicyviolation: connect-src https://example.org/');
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
