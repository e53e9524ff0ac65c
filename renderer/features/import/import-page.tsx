import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import type { Dropped } from './dropped.ts';
import { ImportPreviewPanel } from './import-preview.tsx';
import { ImportSources } from './import-sources.tsx';
import { UnsealForm } from './unseal-form.tsx';
import { useImport } from './use-import.ts';

interface ImportPageProps {
  /** Dropped on the window, to be read at once. */
  readonly dropped: readonly Dropped[];
  /** Something was imported, this profile first: the page has nothing more to show. */
  readonly onDone: (first: string | null) => void;
}

/** Bringing servers in: where from, then what would happen, then it happens, and can be taken back. */
export function ImportPage({ dropped, onDone }: ImportPageProps) {
  const { t } = useTranslation();
  const actions = useImport(onDone);
  const { preview } = actions;
  const read = useEffectEvent(() => dropped.length > 0 && actions.drop(dropped));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that something is dropped.
  useEffect(() => void read(), [dropped]);
  return (
    <Page title={t('importing.title')} narrow>
      {preview === null ? (
        <ImportSources actions={actions} />
      ) : preview.sealed ? (
        <UnsealForm preview={preview} actions={actions} />
      ) : (
        <ImportPreviewPanel key={preview.id} preview={preview} actions={actions} />
      )}
    </Page>
  );
}
