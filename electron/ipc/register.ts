import { ipcMain } from 'electron';
import { CHANNELS, type Channel, type Requests } from '../../shared/ipc.ts';
import { fail, type Result } from '../../shared/result.ts';
import { parseInput } from './input.ts';
import { isTrustedSender, type Sender } from './sender.ts';

/** One function per channel; its arguments have been parsed, its failures are values. */
export type Handlers = {
  readonly [C in Channel]: (
    ...args: Parameters<Requests[C]>
  ) => Result<ReturnType<Requests[C]>> | Promise<Result<ReturnType<Requests[C]>>>;
};

/** A page as far as it is looked at here. */
export interface IpcPage {
  readonly contents: Sender['sender'];
  readonly may: (channel: Channel) => boolean;
}

export interface IpcOptions {
  readonly handlers: Handlers;
  /** Our windows' own pages, each with the channels it has a use for: nobody else is believed. */
  readonly pages: () => readonly IpcPage[];
  readonly report: (error: unknown) => void;
}

/** Opens every channel: sender, then arguments, then the handler; whatever happens comes back as a {@link Result}. */
export function registerIpc(options: IpcOptions): () => void {
  // electron-store listens here for stores in pages, which we have none of; it would answer any page, unasked.
  ipcMain.removeAllListeners('electron-store-get-data');
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, (event, ...args: unknown[]) => answer(channel, event, args, options));
  }
  return () => {
    for (const channel of CHANNELS) ipcMain.removeHandler(channel);
  };
}

async function answer<C extends Channel>(
  channel: C,
  event: Sender,
  args: readonly unknown[],
  { handlers, pages, report }: IpcOptions,
): Promise<Result<ReturnType<Requests[C]>>> {
  if (!pages().some(({ contents, may }) => isTrustedSender(event, contents) && may(channel))) {
    return fail({ code: 'request-refused', params: { reason: 'it did not come from a window that may ask it' } });
  }
  try {
    const parsed = parseInput(channel, args);
    return parsed.ok ? await handlers[channel](...parsed.value) : parsed;
  } catch (error) {
    report(error);
    return fail({ code: 'internal', params: { reason: error instanceof Error ? error.message : String(error) } });
  }
}
