import type { WebContents } from 'electron';
import type { PushChannel, Versioned } from '../../shared/ipc.ts';
import type { AppSlices } from '../../shared/model/app-state.ts';

/** Sends to the window's page, where there is one. The only caller of `webContents.send`. */
export function createPush(contents: () => WebContents | null) {
  return <S extends keyof AppSlices>(slice: S, message: Versioned<AppSlices[S]>): void => {
    const channel: PushChannel = `state:${slice}`;
    contents()?.send(channel, message);
  };
}
