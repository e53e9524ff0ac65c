import { type Bridge, CHANNELS, PUSH_CHANNELS, type PushChannel, type Pushes } from '../../shared/ipc.ts';

// biome-ignore lint/suspicious/noExplicitAny: as Electron has it; what main says is what the channel’s type promises.
type FromMain = any;

/** What a page's preload script has of Electron's `ipcRenderer`. */
export interface PageIpc {
  invoke(channel: string, ...args: unknown[]): Promise<FromMain>;
  on(channel: string, receive: (event: unknown, message: FromMain) => void): unknown;
  off(channel: string, receive: (event: unknown, message: FromMain) => void): unknown;
}

/**
 * The page's way to main: named channels only, and never Electron's event object, whose `sender` is a way out.
 *
 * The state is asked for at once, so that it comes while the page's own scripts are loaded; what is pushed before the page
 * listens is kept until it does.
 */
export function createPageBridge(ipc: PageIpc, pathOf: Bridge['pathOf']): Bridge {
  let snapshot: ReturnType<PageIpc['invoke']> | null = ipc.invoke('app:snapshot');
  /** Of each channel the last, which says all that the others said. */
  const missed: { [P in PushChannel]?: Pushes[P] } = {};
  const forget = new Map(
    PUSH_CHANNELS.map((channel) => {
      const keep = (_event: unknown, message: object) => Object.assign(missed, { [channel]: message });
      ipc.on(channel, keep);
      return [channel, () => ipc.off(channel, keep)] as const;
    }),
  );
  return {
    invoke: (channel, ...args) => {
      if (!CHANNELS.includes(channel)) throw new Error(`no such channel: ${channel}`);
      const asked = channel === 'app:snapshot' && args.length === 0 ? snapshot : null;
      if (asked === null) return ipc.invoke(channel, ...args);
      snapshot = null;
      return asked;
    },
    on: (channel, listener) => {
      if (!PUSH_CHANNELS.includes(channel)) throw new Error(`no such channel: ${channel}`);
      const receive = (_event: unknown, message: Parameters<typeof listener>[0]) => listener(message);
      forget.get(channel)?.();
      ipc.on(channel, receive);
      const last = missed[channel];
      delete missed[channel];
      if (last !== undefined) listener(last);
      return () => ipc.off(channel, receive);
    },
    pathOf,
  };
}
