import type { Bridge } from '../../../shared/ipc.ts';

/** The question how sequences are kept, as something to wait for. */
export interface FirstChoice {
  /** Asks the person; `false`: closed without a choice. Who asks while it is asked waits for the same answer. */
  readonly ask: () => Promise<boolean>;
  readonly answer: (chosen: boolean) => void;
  readonly isAsked: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A question that nobody has asked yet. */
export function createFirstChoice(): FirstChoice {
  let waiting: ((chosen: boolean) => void)[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    ask: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve];
        tell();
      }),
    answer: (chosen) => {
      const answered = waiting;
      waiting = [];
      tell();
      for (const resolve of answered) resolve(chosen);
    },
    isAsked: () => waiting.length > 0,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The same bridge, but where main has to know first how secrets are kept, the person is asked, and then it is tried once
 * more. So whatever saves a secret (an editor, an import, a copy) need not know of the question.
 */
export function askingFirst(bridge: Bridge, choice: FirstChoice): Bridge {
  return {
    on: bridge.on,
    pathOf: bridge.pathOf,
    async invoke(channel, ...args) {
      const answer = await bridge.invoke(channel, ...args);
      if (answer.ok || answer.problems[0].code !== 'vault-undecided') return answer;
      return (await choice.ask()) ? bridge.invoke(channel, ...args) : answer;
    },
  };
}
