/** What a text was before, and what it was when that was taken back. */
export interface TextHistory {
  readonly past: readonly string[];
  readonly present: string;
  readonly future: readonly string[];
  /** A word is being typed: its letters are taken back together. */
  readonly typing: boolean;
}

/** As far back as anybody remembers. */
const MAX_PAST = 200;

export function startHistory(present: string): TextHistory {
  return { past: [], present, future: [], typing: false };
}

/** The text has changed: by a letter of a word (`typed`), or in one go (`set`). */
export function noted(history: TextHistory, text: string, how: 'typed' | 'set'): TextHistory {
  if (text === history.present) return history;
  const typing = how === 'typed' && !/[\s,;]$/.test(text);
  const goesOn = typing && history.typing;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MAX_PAST);
  return { past, present: text, future: [], typing };
}

/** The text before the last change; unchanged where there was none. */
export function undone(history: TextHistory): TextHistory {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    typing: false,
  };
}

/** Takes back the last {@link undone}. */
export function redone(history: TextHistory): TextHistory {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, typing: false };
}
