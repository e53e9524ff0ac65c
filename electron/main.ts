import { join } from 'node:path';
import { app } from 'electron';
import { createApp, type ToctocApp } from './app.ts';
import { registerAppScheme } from './security/app-scheme.ts';
import { installNavigationPolicy } from './security/navigation.ts';
import { installSessionPolicy } from './security/session-policy.ts';
import { reportError } from './system/log.ts';

/** Where the build put the app: this file is `out/main/main.js`. */
const out = join(import.meta.dirname, '..');

function main(): void {
  // Chromium refuses to sandbox root's processes; `npm start` passes the switch there and says so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerAppScheme();
  installNavigationPolicy();
  installSessionPolicy();

  let toctoc: ToctocApp | null = null;
  // Starting the app again shows the window that is there.
  app.on('second-instance', () => toctoc?.show());
  app.on('activate', () => toctoc?.show());
  app.on('window-all-closed', () => app.quit());
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
      toctoc = createApp(out);
    })
    .catch((error: unknown) => {
      reportError(error);
      app.exit(1);
    });
}

if (app.requestSingleInstanceLock()) main();
else app.quit();
