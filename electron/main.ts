import { join } from 'node:path';
import { app } from 'electron';
import { createApp, type ToctocApp } from './app.ts';
import { quitWhenIdle } from './remote/idle.ts';
import { registerAppScheme } from './security/app-scheme.ts';
import { installNavigationPolicy } from './security/navigation.ts';
import { installSessionPolicy } from './security/session-policy.ts';
import { HIDDEN_SWITCH, launchRequest, parseLaunchRequest, QUIT_WHEN_IDLE_SWITCH } from './system/launch-request.ts';
import { reportError } from './system/log.ts';
import { isOffScreen, restartOnScreen } from './system/screen.ts';

/** Where the build put the app: this file is `out/main/main.js`. */
const out = join(import.meta.dirname, '..');

/** An app that the command line started ends after this long without a client, a run or a window (ms). */
const IDLE_MS = 10 * 60_000;

const hidden = app.commandLine.hasSwitch(HIDDEN_SWITCH);

function main(): void {
  // Chromium refuses to sandbox root's processes; `npm start` passes the switch there and says so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerAppScheme();
  installNavigationPolicy();
  installSessionPolicy();

  let toctoc: ToctocApp | null = null;
  // Starting the app again shows the window that is there, or makes one.
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const request = parseLaunchRequest(data);
    if (request.kind === 'stay-hidden') return;
    if (isOffScreen()) restartOnScreen(request.screen);
    else toctoc?.show();
  });
  app.on('activate', () => toctoc?.show());
  app.on('window-all-closed', () => {
    // Somebody at a terminal waits for an answer: the app ends after the last of them has left.
    if (toctoc?.isNeeded() === true) quitWhenIdle(toctoc.isNeeded, 0, () => app.quit());
    else if (!app.commandLine.hasSwitch(QUIT_WHEN_IDLE_SWITCH)) app.quit();
  });
  app.on('will-quit', (event) => {
    if (toctoc === null) return;
    // Sockets are closed and ports are free before the process ends. By `exit`: a second `quit`, after one that was
    // prevented here, leaves Electron 33 on Linux running without a window.
    event.preventDefault();
    const ending = toctoc;
    toctoc = null;
    ending
      .dispose()
      .catch(reportError)
      .finally(() => app.exit());
  });
  // Not awaited at the top level: in an ES module that would keep Electron from ever becoming ready.
  app
    .whenReady()
    .then(() => {
      toctoc = createApp(out, { hidden });
      const { isNeeded } = toctoc;
      if (app.commandLine.hasSwitch(QUIT_WHEN_IDLE_SWITCH)) quitWhenIdle(isNeeded, IDLE_MS, () => app.quit());
    })
    .catch((error: unknown) => {
      reportError(error);
      app.exit(1);
    });
}

if (app.requestSingleInstanceLock(launchRequest(hidden, process.env))) main();
else app.quit();
