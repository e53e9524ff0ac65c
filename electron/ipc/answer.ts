import type { Channel, Requests } from '../../shared/ipc.ts';
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
interface IpcPage {
  readonly contents: Sender['sender'];
  readonly may: (channel: Channel) => boolean;
}

export interface AnswerOptions {
  readonly handlers: Handlers;
  /** Our windows' own pages, each with the channels it has a use for: nobody else is believed. */
  readonly pages: () => readonly IpcPage[];
  readonly report: (error: unknown) => void;
}

/** Answers one message of a channel. */
export type Answer = (channel: Channel, event: Sender, args: readonly unknown[]) => Promise<Result<unknown>>;

/** Looks at sender, then arguments, then asks the handler; whatever happens comes back as a {@link Result}. */
export function createAnswer({ handlers, pages, report }: AnswerOptions): Answer {
  return async <C extends Channel>(channel: C, event: Sender, args: readonly unknown[]) => {
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
  };
}
