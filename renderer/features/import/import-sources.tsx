import { ClipboardPaste, FileDown } from 'lucide-react';
import { type DragEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundSource } from '../../../shared/model/importing.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { HelpLink } from '../help/help-link.tsx';
import { droppedOn } from './dropped.ts';
import styles from './import-page.module.css';
import { ImportProgress } from './import-progress.tsx';
import type { ImportActions } from './use-import.ts';

/** Where servers can come from: dropped or chosen files, pasted text, what there is on this computer. */
export function ImportSources({ actions }: { readonly actions: ImportActions }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const isBusy = actions.busy !== null;

  function onDrag(event: DragEvent): void {
    // Without this the page would not take what is dropped.
    event.preventDefault();
    setOver(event.type === 'dragover');
  }

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const dropped = droppedOn(event.dataTransfer);
    const text = event.dataTransfer.getData('text/plain');
    if (dropped.length > 0) actions.drop(dropped);
    else if (text !== '') actions.give([{ name: '', text }]);
  }

  return (
    <>
      <p className={styles['soft']}>
        {t('importing.intro')} <HelpLink page="import" />
      </p>
      <section
        className={styles['drop']}
        data-over={over || undefined}
        aria-label={t('importing.drop')}
        onDragOver={onDrag}
        onDragLeave={onDrag}
        onDrop={onDrop}
      >
        <FileDown size={28} aria-hidden />
        <p className={styles['strong']}>{over ? t('importing.dropNow') : t('importing.drop')}</p>
        <div className={styles['buttons']}>
          <Button look="primary" disabled={isBusy} onClick={actions.openFile}>
            {t('importing.choose')}
          </Button>
          <Button disabled={isBusy} onClick={actions.openFolder}>
            {t('importing.chooseFolder')}
          </Button>
        </div>
        {!isBusy && <p className={styles['soft']}>{t('importing.kinds')}</p>}
        <ImportProgress actions={actions} />
      </section>
      <Found onOpen={actions.openFound} disabled={isBusy} />
      <form
        className={styles['paste']}
        onSubmit={(event) => {
          event.preventDefault();
          actions.give([{ name: '', text: pasted }]);
        }}
      >
        <TextAreaField
          label={t('importing.paste')}
          hint={t('importing.pasteHint')}
          rows={3}
          mono
          value={pasted}
          onChange={({ target }) => setPasted(target.value)}
        />
        <div className={styles['buttons']}>
          <Button type="submit" disabled={isBusy || pasted.trim() === ''}>
            {t('importing.read')}
          </Button>
          {/* The clipboard is nobody's business until it is pressed. */}
          <Button disabled={isBusy} onClick={actions.openClipboard}>
            <ClipboardPaste size={16} aria-hidden />
            {t('importing.clipboard')}
          </Button>
        </div>
      </form>
    </>
  );
}

interface FoundProps {
  readonly onOpen: (id: string) => void;
  readonly disabled: boolean;
}

/** What there is on this computer; looked for when the page opens, read when it is chosen. */
function Found({ onOpen, disabled }: FoundProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const [found, setFound] = useState<readonly FoundSource[]>([]);
  useEffect(() => {
    let here = true;
    void bridge.invoke('import:found').then((answer) => here && answer.ok && setFound(answer.value));
    return () => {
      here = false;
    };
  }, [bridge]);
  if (found.length === 0) return null;
  return (
    <section className={styles['found']}>
      <h3>{t('importing.found')}</h3>
      <ul>
        {found.map(({ id, kind, place }) => (
          <li key={id}>
            <span className={styles['grow']}>
              {t(`importing.foundKinds.${kind}`)}
              <span className={styles['place']}>{place}</span>
            </span>
            <Button disabled={disabled} aria-label={t('importing.openFound', { place })} onClick={() => onOpen(id)}>
              {t('importing.readThis')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
