import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { emptyDraft } from '../../shared/model/profile.ts';
import { parseSequence } from '../../shared/model/sequence.ts';
import { type Lab, SERVER } from '../lab/support/lab.ts';
import { TrayWatcher } from '../support/dbus/tray-watcher.ts';
import { setUpE2e } from '../support/e2e-setting.ts';
import { settledMemory } from './support/apps.ts';
import { quantile } from './support/stats.ts';
import { type Row, series } from './support/table.ts';
import { Wire } from './support/wire.ts';

const STARTS = 5;
const CLICKS = 30;
const SHORTCUT = 'Control+Alt+K';

const HELLO = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 800, height: 600 }).loadFile('index.html'));`;

/** The app on the desktop: its memory without a window, from the tray to the wire, from a shortcut to a window. */
export async function desktop(lab: Lab): Promise<readonly Row[]> {
  await lab.stopKnockd();
  const setting = await setUpE2e(console.error);
  Object.assign(process.env, setting.env);
  // Playwright's fixtures read the environment when they are loaded.
  const { Desk } = await import('../e2e/support/app.ts');
  const tray = await TrayWatcher.start();
  const desk = new Desk();
  try {
    return [await memory(desk.folder), ...(await clicks(lab, desk, tray))];
  } finally {
    await desk.remove();
    tray.stop();
    await setting.stop();
  }
}

type Desk = InstanceType<typeof import('../e2e/support/app.ts').Desk>;

async function memory(folder: string): Promise<Row> {
  const { giveToUser } = await import('../e2e/support/user.ts');
  const { needed } = await import('../e2e/support/app.ts');
  const hello = join(folder, 'hello');
  mkdirSync(hello);
  writeFileSync(join(hello, 'package.json'), '{"name":"hello","main":"main.js"}');
  writeFileSync(join(hello, 'main.js'), HELLO);
  writeFileSync(join(hello, 'index.html'), '<!doctype html><title>Hello</title><h1>Hello, world</h1>');
  giveToUser(hello);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    ours.push(
      await settledMemory({ app: needed('TOCTOC_APP_DIR'), data: join(folder, 'hidden'), words: ['--hidden'] }),
    );
    theirs.push(await settledMemory({ app: hello, data: join(folder, 'hello-data') }));
  }
  return {
    what: 'memory of the hidden app in the tray (PSS of all its processes)',
    ours: series(ours, 'MB', 0),
    peer: `a hello-world Electron with one window: ${series(theirs, 'MB', 0)}`,
    ratio: (quantile(ours, 0.5) / quantile(theirs, 0.5)).toFixed(2),
    target: '≤ 0.65',
  };
}

async function clicks(lab: Lab, desk: Desk, tray: TrayWatcher): Promise<readonly Row[]> {
  desk.chooses({ closeToTray: true, quickPickShortcut: SHORTCUT, notifications: 'none' });
  const { app, page } = await desk.start();
  const sequence = parseSequence('7000:udp');
  if (!sequence.ok) throw new Error('not a sequence');
  const launch = { ...emptyDraft().launch, client: 'none' } as const;
  const door = { port: 22, check: false };
  const draft = { ...emptyDraft(), name: 'Click', host: SERVER.clean4, sequence: sequence.value, door, launch };
  const saved = await page.evaluate((one) => Reflect.get(globalThis, 'toctoc').invoke('profiles:save', one), {
    id: null,
    draft,
  });
  if (saved.ok !== true) throw new Error(JSON.stringify(saved));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

  const wire = await Wire.tap(lab);
  const toWire: number[] = [];
  for (let i = 0; i <= CLICKS; i++) {
    await sleep(1000);
    const click = await tray.find('Click', 'Knock');
    const clicked = performance.timeOrigin + performance.now();
    await click();
    const [packet] = await wire.take(1);
    // The wire's times are without the first digits of the seconds.
    if (i > 0 && packet !== undefined) toWire.push(packet.at - (clicked % 1e10));
  }
  await wire.close();

  const toWindow: number[] = [];
  await app.evaluate(({ app: here }) => {
    here.on('browser-window-created', (_event, window) => {
      window.on('show', () => Reflect.set(globalThis, 'shownAt', performance.timeOrigin + performance.now()));
    });
  });
  const press = () => promisify(execFile)('xdotool', ['key', '--clearmodifiers', 'ctrl+alt+k']);
  const shownAt = () => app.evaluate(() => Number(Reflect.get(globalThis, 'shownAt') ?? 0));
  for (let i = 0; i <= CLICKS; i++) {
    const pressed = performance.timeOrigin + performance.now();
    await press();
    let shown = await shownAt();
    for (let looks = 0; shown < pressed && looks < 200; looks++) {
      await sleep(25);
      shown = await shownAt();
    }
    if (i > 0 && shown >= pressed) toWindow.push(shown - pressed);
    await press();
    await sleep(300);
  }
  return [
    row('click in the tray to the first knock on the wire', toWire, '≤ 30 ms'),
    row('quick pick: shortcut to window, warm (with the start of `xdotool`, which presses it)', toWindow, '≤ 150 ms'),
  ];
}

function row(what: string, values: readonly number[], target: string): Row {
  return { what, ours: series(values, 'ms', 1), peer: '', ratio: '', target };
}
