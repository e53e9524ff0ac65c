import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { ImportPreviewPanel } from './import-preview.tsx';
import { ImportSources } from './import-sources.tsx';
import { UnsealForm } from './unseal-form.tsx';
import { useImport } from './use-import.ts';

interface ImportPageProps {
  /** Dropped on the window, to be read at once. */
  readonly files: readonly File[];
  /** Something was imported: the page has nothing more to show. */
  readonly onDone: () => void;
}

/** Bringing servers in: where from, then what would happen, then it happens, and can be taken back. */
export function ImportPage({ files, onDone }: ImportPageProps) {
  const { t } = useTranslation();
  const actions = useImport(onDone);
  const { preview } = actions;
  const read = useEffectEvent(() => files.length > 0 && actions.drop(files));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that files are dropped.
  useEffect(() => void read(), [files]);
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
