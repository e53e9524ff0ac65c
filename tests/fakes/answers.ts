import type { Channel, Requests } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';

type Answer<C extends Channel> = Result<ReturnType<Requests[C]>>;

/** One answer per request of `shared/ipc.ts`: a channel that is forgotten is a type error. */
export type Answers<Channels extends Channel = Channel> = {
  readonly [C in Channels]: (...args: Parameters<Requests[C]>) => Answer<C> | Promise<Answer<C>>;
};
