import { ipcMain } from 'electron';
import { CHANNELS } from '../../shared/ipc.ts';
import type { Answer } from './answer.ts';

const FOREIGN = 'electron-store-get-data';

/**
 * Opens every channel. A page may ask before the app that answers is there: then it waits.
 *
 * @returns how to shut them
 */
export function registerIpc(answer: Promise<Answer>): () => void {
  // electron-store opens one for stores in pages, with its first store. We have none, and it would answer any page, unasked.
  const doors: NodeJS.EventEmitter = ipcMain;
  doors.on('newListener', (name) => name === FOREIGN && queueMicrotask(() => ipcMain.removeAllListeners(FOREIGN)));
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, async (event, ...args: unknown[]) => (await answer)(channel, event, args));
  }
  return () => {
    for (const channel of CHANNELS) ipcMain.removeHandler(channel);
  };
}
