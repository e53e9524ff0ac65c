import { app } from 'electron';
import { GraphicsMemory } from './graphics-memory.ts';

/** Ends that are no crash: its own, and by somebody's hand. */
const ORDERLY: readonly string[] = ['clean-exit', 'killed'];

/**
 * Draws without the graphics driver where that keeps crashing, and remembers its crashes. Call it before `ready`: later,
 * Electron does not take it. Chromium brings a graphics process back by itself, a few times; then it draws without the
 * driver, or, where even that crashes, ends the app.
 */
export function watchGraphics(dataFolder: string): void {
  const memory = new GraphicsMemory(dataFolder, app.getVersion());
  if (memory.isOff) app.disableHardwareAcceleration();
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (type === 'GPU' && !ORDERLY.includes(reason)) memory.crashed(Date.now());
  });
}
