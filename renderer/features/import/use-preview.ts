import { useEffect, useRef, useState } from 'react';
import type { ImportEntry, ImportPreview, ImportSupplement } from '../../../shared/model/importing.ts';
import { useBridge } from '../../state/store-context.tsx';

/** A keystroke is followed by another within this time (ms). */
const TYPING_MS = 200;

/** Whether an entry can be chosen: it says something new, and nothing is missing. */
export function isUsable(entry: ImportEntry): boolean {
  return entry.fate !== 'same' && entry.missing.length === 0;
}

/** What the person chooses and adds. Everything that can be imported is chosen, until it is taken out. */
export function usePreview(first: ImportPreview) {
  const bridge = useBridge();
  const [shown, setShown] = useState(first);
  const [typed, setTyped] = useState<ImportSupplement>({ host: '', sequence: '' });
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const asked = useRef(0);

  useEffect(() => {
    if (typed.host === '' && typed.sequence === '') {
      setShown(first);
      return;
    }
    const turn = ++asked.current;
    const timer = setTimeout(() => {
      void bridge.invoke('import:supplement', { id: first.id, ...typed }).then((answer) => {
        if (answer.ok && turn === asked.current) setShown(answer.value);
      });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [bridge, first, typed]);

  const usable = shown.entries.filter(isUsable);
  const keys = usable.filter(({ key }) => !left.has(key)).map(({ key }) => key);
  return {
    shown,
    typed,
    setTyped,
    keys,
    allChosen: usable.length > 0 && keys.length === usable.length,
    isChosen: (entry: ImportEntry) => isUsable(entry) && !left.has(entry.key),
    toggle: (key: number) =>
      setLeft((before) => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    toggleAll: () => setLeft(keys.length === usable.length ? new Set(usable.map(({ key }) => key)) : new Set()),
  } as const;
}
