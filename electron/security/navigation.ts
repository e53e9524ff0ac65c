import { app, type WebContents } from 'electron';
import { DENIALS, WINDOW_OPEN } from './session-rules.ts';

/**
 * Keeps one webContents where main put it. These events do not fire for main's own `loadURL`, so the first load goes
 * through. One call per event, because Electron's types know them one by one; the table says why.
 */
function pin(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => WINDOW_OPEN);
  contents.setWebRTCIPHandlingPolicy(DENIALS.webRtc.answer);
}

/** Covers every webContents there will be. Call it before the first window is made. */
export function installNavigationPolicy(): void {
  app.on('web-contents-created', (_event, contents) => pin(contents));
}
