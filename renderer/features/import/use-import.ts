import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GivenText } from '../../../shared/ipc-sharing.ts';
import type { ImportPreview, ImportSupplement } from '../../../shared/model/importing.ts';
import type { Problem, Result } from '../../../shared/result.ts';
import { useBridge } from '../../state/store-context.tsx';
import { useTell } from '../../ui/toasts.tsx';
import type { Dropped } from './dropped.ts';
import { readGiven } from './read-given.ts';

/** What takes its time just now. */
export type Busy = 'reading' | 'saving';

/** The import page's state and what can be done there. */
export interface ImportActions {
  readonly preview: ImportPreview | null;
  /** `null`: nothing goes on. */
  readonly busy: Busy | null;
  readonly openFile: () => void;
  readonly openFolder: () => void;
  readonly openFound: (id: string) => void;
  readonly openClipboard: () => void;
  readonly give: (files: readonly GivenText[]) => void;
  readonly drop: (dropped: readonly Dropped[]) => void;
  readonly replace: (preview: ImportPreview) => void;
  readonly again: () => void;
  readonly apply: (keys: readonly number[], typed: ImportSupplement) => void;
  /** Ends what goes on; everything stays as it was. */
  readonly cancel: () => void;
}

/** One import at a time: from where it is read to where it is saved, with a way back. */
export function useImport(onDone: (first: string | null) => void): ImportActions {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  /** What was pressed: it is pressed again where nothing came of it. */
  const pressed = useRef<Element | null>(null);
  const turn = useRef(0);
  /** Stops what the page itself reads. */
  const reading = useRef<AbortController | null>(null);

  useEffect(() => {
    if (busy !== null) return;
    if (pressed.current instanceof HTMLElement && pressed.current.isConnected) pressed.current.focus();
    pressed.current = null;
  }, [busy]);

  /** `null`: a newer one has begun meanwhile. */
  async function during<T>(what: Busy, asked: () => Promise<Result<T>>): Promise<Result<T> | null> {
    const mine = ++turn.current;
    pressed.current ??= document.activeElement;
    setBusy(what);
    const answer = await asked();
    if (mine !== turn.current) return null;
    setBusy(null);
    return answer;
  }

  function explain(problems: readonly [Problem, ...Problem[]]): void {
    // The question how to keep sequences was closed: the preview stays as it is.
    if (problems[0].code === 'vault-undecided') return;
    if (problems[0].code === 'import-cancelled') tell.done(t('importing.cancelled'));
    else tell.failure(problems);
  }

  async function show(asked: () => Promise<Result<ImportPreview | null>>): Promise<void> {
    const answer = await during('reading', asked);
    if (answer === null) return;
    if (!answer.ok) explain(answer.problems);
    else if (answer.value !== null) setPreview(answer.value);
  }

  async function undo(undoId: string): Promise<void> {
    const answer = await bridge.invoke('import:undo', undoId);
    if (!answer.ok) tell.failure(answer.problems);
  }

  async function apply(keys: readonly number[], typed: ImportSupplement): Promise<void> {
    if (preview === null) return;
    const answer = await during('saving', () => bridge.invoke('import:apply', { id: preview.id, keys, ...typed }));
    if (answer === null) return;
    if (!answer.ok) return explain(answer.problems);
    const { added, changed, first, undoId } = answer.value;
    onDone(first);
    tell.undoable(t('importing.done', { count: added + changed }), {
      label: t('undo'),
      run: () => void undo(undoId),
    });
  }

  return {
    preview,
    busy,
    openFile: () => void show(() => bridge.invoke('import:open-file')),
    openFolder: () => void show(() => bridge.invoke('import:open-folder')),
    openFound: (id) => void show(() => bridge.invoke('import:open-found', id)),
    openClipboard: () => void show(() => bridge.invoke('import:open-clipboard')),
    give: (files) => void show(() => bridge.invoke('import:parse-text', files)),
    drop: (dropped) =>
      void show(async () => {
        const stop = new AbortController();
        reading.current = stop;
        const given = await readGiven(dropped, bridge.pathOf, stop.signal);
        return given.ok ? bridge.invoke('import:parse-text', given.value) : given;
      }),
    replace: setPreview,
    again: () => setPreview(null),
    apply: (keys, typed) => void apply(keys, typed),
    cancel: () => {
      reading.current?.abort();
      void bridge.invoke('import:cancel');
    },
  };
}
