import {
  type Bridge,
  CHANNELS,
  type Channel,
  PUSH_CHANNELS,
  type PushChannel,
  type Pushes,
  type Requests,
} from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';

/** What a page's preload script has of Electron's `ipcRenderer`: what main says is what the channel's type promises. */
export interface PageIpc {
  readonly invoke: Bridge['invoke'];
  on<P extends PushChannel>(channel: P, receive: (event: unknown, message: Pushes[P]) => void): unknown;
  off<P extends PushChannel>(channel: P, receive: (event: unknown, message: Pushes[P]) => void): unknown;
}

/**
 * The page's way to main: named channels only, and never Electron's event object, whose `sender` is a way out.
 *
 * The state is asked for at once, so that it comes while the page's own scripts are loaded; what is pushed before the page
 * listens is kept until it does.
 */
export function createPageBridge(ipc: PageIpc, pathOf: Bridge['pathOf']): Bridge {
  /** Answers that were asked for ahead: each is for who asks first. */
  const ahead: { [C in Channel]?: Promise<Result<ReturnType<Requests[C]>>> } = {
    'app:snapshot': ipc.invoke('app:snapshot'),
  };
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
      const asked = args.length === 0 ? ahead[channel] : undefined;
      if (asked === undefined) return ipc.invoke(channel, ...args);
      delete ahead[channel];
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
