import type { PushChannel, Versioned } from '../../shared/ipc.ts';
import type { AppSlices } from '../../shared/model/app-state.ts';
import { travelling } from '../../shared/profiles-text.ts';

/** A page to send to. */
interface Receiver {
  readonly contents: { readonly send: (channel: string, message: unknown) => void };
}

/** Sends to the windows' pages, as many as there are. The only caller of `webContents.send`. */
export function createPush(pages: () => readonly Receiver[]) {
  return <S extends keyof AppSlices>(slice: S, { revision, value }: Versioned<AppSlices[S]>): void => {
    const channel: PushChannel = `state:${slice}`;
    const slices: Partial<AppSlices> = { [slice]: value };
    const message = { revision, value: travelling(slices)[slice] };
    for (const { contents } of pages()) contents.send(channel, message);
  };
}
