import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { ImportPreviewPanel } from './import-preview.tsx';
import { ImportSources } from './import-sources.tsx';
import { UnsealForm } from './unseal-form.tsx';
import { useImport } from './use-import.ts';

interface ImportPageProps {
  /** Something was imported: the page has nothing more to show. */
  readonly onDone: () => void;
}

/** Bringing servers in: where from, then what would happen, then it happens, and can be taken back. */
export function ImportPage({ onDone }: ImportPageProps) {
  const { t } = useTranslation();
  const actions = useImport(onDone);
  const { preview } = actions;
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
