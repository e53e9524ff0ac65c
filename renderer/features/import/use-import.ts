import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GivenText } from '../../../shared/ipc-sharing.ts';
import type { ImportPreview, ImportSupplement } from '../../../shared/model/importing.ts';
import type { Result } from '../../../shared/result.ts';
import { useBridge } from '../../state/store-context.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { readGiven } from './read-given.ts';

export interface ImportActions {
  readonly preview: ImportPreview | null;
  readonly reading: boolean;
  readonly openFile: () => void;
  readonly openFound: (id: string) => void;
  readonly openClipboard: () => void;
  readonly give: (files: readonly GivenText[]) => void;
  readonly drop: (files: readonly File[]) => void;
  readonly replace: (preview: ImportPreview) => void;
  readonly again: () => void;
  readonly apply: (keys: readonly number[], typed: ImportSupplement) => Promise<void>;
}

/** One import at a time: from where it is read to where it is saved, with a way back. */
export function useImport(onDone: () => void): ImportActions {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [reading, setReading] = useState(false);

  async function show(asked: () => Promise<Result<ImportPreview | null>>): Promise<void> {
    setReading(true);
    const answer = await asked();
    setReading(false);
    if (!answer.ok) tell.failure(answer.problems);
    else if (answer.value !== null) setPreview(answer.value);
  }

  async function undo(undoId: string): Promise<void> {
    const answer = await bridge.invoke('import:undo', undoId);
    if (!answer.ok) tell.failure(answer.problems);
  }

  return {
    preview,
    reading,
    openFile: () => void show(() => bridge.invoke('import:open-file')),
    openFound: (id) => void show(() => bridge.invoke('import:open-found', id)),
    openClipboard: () => void show(() => bridge.invoke('import:open-clipboard')),
    give: (files) => void show(() => bridge.invoke('import:parse-text', files)),
    drop: (files) =>
      void show(async () => {
        const given = await readGiven(files);
        return given.ok ? bridge.invoke('import:parse-text', given.value) : given;
      }),
    replace: setPreview,
    again: () => setPreview(null),
    async apply(keys, typed) {
      if (preview === null) return;
      const answer = await bridge.invoke('import:apply', { id: preview.id, keys, ...typed });
      if (!answer.ok) {
        // The question how to keep sequences was closed: the preview stays as it is.
        if (answer.problems[0].code !== 'vault-undecided') tell.failure(answer.problems);
        return;
      }
      const { added, changed, undoId } = answer.value;
      onDone();
      tell.undoable(t('importing.done', { count: added + changed }), {
        label: t('undo'),
        run: () => void undo(undoId),
      });
    },
  };
}
