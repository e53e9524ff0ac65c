import type { PushChannel, Versioned } from '../../shared/ipc.ts';
import type { AppSlices } from '../../shared/model/app-state.ts';
import type { TrustedPage } from './trusted-page.ts';

/** Sends to the windows' pages, as many as there are. The only caller of `webContents.send`. */
export function createPush(pages: () => readonly TrustedPage[]) {
  return <S extends keyof AppSlices>(slice: S, message: Versioned<AppSlices[S]>): void => {
    const channel: PushChannel = `state:${slice}`;
    for (const { contents } of pages()) contents.send(channel, message);
  };
}
