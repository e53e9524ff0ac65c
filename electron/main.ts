import { join } from 'node:path';
import { app, Menu } from 'electron';
import type { ToctocApp } from './app.ts';
import { registerIpc } from './ipc/register.ts';
import { quitWhenIdle } from './remote/idle.ts';
import { registerAppScheme, serveUi } from './security/app-scheme.ts';
import { installNavigationPolicy } from './security/navigation.ts';
import { installSessionPolicy, refuseNames } from './security/session-policy.ts';
import { APP_ID } from './system/app-id.ts';
import { Arrivals } from './system/arrivals.ts';
import { claimDataFolder } from './system/claim-data-folder.ts';
import { failToStart } from './system/fail-to-start.ts';
import { watchGraphics } from './system/graphics.ts';
import { launchRequest, QUIT_WHEN_IDLE_SWITCH } from './system/launch-request.ts';
import { quitTidily } from './system/quit-tidily.ts';
import { report } from './system/report.ts';
import { damageProblem, dataFolderProblem } from './system/start-problem.ts';
import { openFirstWindow } from './window/first-window.ts';
import { untilBusy } from './window/until-busy.ts';

/** Where the build put the app: this file is `out/main/main.cjs`. */
const out = join(import.meta.dirname, '..');

/** An app that the command line started ends after this long without a client, a run or a window (ms). */
const IDLE_MS = 10 * 60_000;

const request = launchRequest(process.argv, process.env);

function main(): void {
  // Chromium refuses to sandbox root's processes; `npm start` passes the switch there and says so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
  watchGraphics(folder);
  registerAppScheme();
  installNavigationPolicy();
  installSessionPolicy();
  // Ours comes with the window; Electron’s own would be made for nothing. macOS has one without a window too.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);

  let toctoc: ToctocApp | null = null;
  const arrivals = new Arrivals(request);
  // Windows come and go; the app is in the tray, and whoever closes the window for good quits it: see desktop.ts.
  app.on('window-all-closed', () => {});
  quitTidily(arrivals, () => {
    const ending = toctoc;
    toctoc = null;
    if (ending !== null) shut();
    return ending;
  });
  // Not awaited at the top level: in an ES module that would keep Electron from ever becoming ready.
  const composed = app.whenReady().then(async () => {
    const given = serveUi(join(out, 'renderer'));
    const first = openFirstWindow(out, folder, request);
    // Nothing may be awaited between these two: the page would be answered while names are still looked up for it.
    refuseNames();
    if (first !== null) await untilBusy(given, first.loaded);
    const { createApp } = await import('./app.ts');
    toctoc = createApp(out, first);
    arrivals.begin(toctoc.arrive);
    if (app.commandLine.hasSwitch(QUIT_WHEN_IDLE_SWITCH)) quitWhenIdle(toctoc.isNeeded, IDLE_MS, () => app.quit());
    return toctoc;
  });
  const shut = registerIpc(composed.then(({ answer }) => answer));
  composed.catch((error: unknown) => report(error).finally(() => failToStart({ kind: 'unexpected', folder }, request)));
}

const folder = claimDataFolder();
const problem = dataFolderProblem(folder) ?? damageProblem(out);
if (problem !== null) failToStart(problem, request);
else if (app.requestSingleInstanceLock(request)) main();
else app.quit();
