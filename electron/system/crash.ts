import { app, type Details, type Event } from 'electron';
import type { Notice } from '../../shared/model/app-state.ts';
import { GraphicsMemory } from './graphics-memory.ts';
import { logFile, note, reportError } from './log.ts';

const GRAPHICS_OFF: Notice = { id: 'graphics-off', problem: { code: 'graphics-off' } };

/**
 * An error that reached nobody: it is in the log, the window says so, and the app goes on. Profiles and settings are on
 * disk since they were changed; `flush` writes what still waits. Nothing is ever sent anywhere.
 *
 * @returns how to stop listening
 */
export function goOnAfterErrors(dataFolder: string, flush: () => void, tell: (notice: Notice) => void): () => void {
  const hear = (error: unknown): void => {
    reportError(error);
    try {
      flush();
    } catch (further) {
      reportError(further);
    }
    tell({ id: 'went-wrong', problem: { code: 'went-wrong', params: { file: logFile(dataFolder) } } });
  };
  process.on('uncaughtException', hear);
  process.on('unhandledRejection', hear);
  const forgetHelpers = hearOfHelpers(dataFolder, tell);
  return () => {
    process.off('uncaughtException', hear);
    process.off('unhandledRejection', hear);
    forgetHelpers();
  };
}

/** Chromium's other processes: it starts them again by itself. What was done without is told. */
function hearOfHelpers(dataFolder: string, tell: (notice: Notice) => void): () => void {
  // Who counts the crashes does so first: see graphics.ts, which is there since before `ready`.
  const graphics = () => new GraphicsMemory(dataFolder, app.getVersion());
  const gone = (_event: Event, { type, reason }: Details): void => {
    if (reason === 'clean-exit') return;
    reportError(`a process of ours is gone: ${type}, ${reason}`);
    if (type === 'GPU' && graphics().isOff) tell(GRAPHICS_OFF);
  };
  app.on('child-process-gone', gone);
  if (graphics().isOff) note('info', 'drawing without the graphics driver');
  if (graphics().takeNews()) tell(GRAPHICS_OFF);
  return () => app.off('child-process-gone', gone);
}
