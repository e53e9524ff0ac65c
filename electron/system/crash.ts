import type { Notice } from '../../shared/model/app-state.ts';
import { logFile, reportError } from './log.ts';

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
  return () => {
    process.off('uncaughtException', hear);
    process.off('unhandledRejection', hear);
  };
}
