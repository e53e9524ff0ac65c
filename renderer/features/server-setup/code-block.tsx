import { Save } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type SetupBlock, writeCommand } from '../../../shared/formats/server-setup/document.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useTell } from '../../ui/toasts.tsx';
import styles from './setup.module.css';
import { blockTitle } from './titles.ts';

/** A file or some commands, to be copied or saved. */
export function CodeBlock({ block }: { readonly block: SetupBlock }) {
  const { t } = useTranslation();
  const id = useId();
  const isFile = block.kind === 'file';
  const title = isFile ? block.path : blockTitle(t, block.id);

  return (
    <section aria-labelledby={id} className={styles['block']}>
      <div className={styles['blockHead']}>
        <h3 id={id} className={styles['blockTitle']}>
          {isFile ? <code>{title}</code> : title}
        </h3>
        <span className={styles['where']}>
          {isFile || block.on === 'server' ? t('serverSetup.onServer') : t('serverSetup.onClient')}
        </span>
      </div>
      {isFile && block.secret && <p className={styles['soft']}>{t('serverSetup.secret')}</p>}
      <Code text={block.text} />
      <div className={styles['buttons']}>
        <CopyButton label={t('serverSetup.copy')} of={title} text={() => block.text} />
        {isFile && <CopyButton label={t('serverSetup.copyCommand')} of={title} text={() => writeCommand(block)} />}
        {isFile && <SaveButton path={block.path} text={block.text} />}
      </div>
    </section>
  );
}

/**
 * The whole text, so that it can be read before it is pasted into a root shell: long lines wrap, and are set in where they
 * go on. A line is an element of its own for that; what is selected and copied by hand has the text's own lines.
 */
function Code({ text }: { readonly text: string }) {
  const lines = text.replace(/\n$/, '').split('\n');
  return (
    <pre className={styles['code']}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, and lines do not move.
        <span key={at} className={styles['codeLine']}>
          {line === '' ? <br /> : line}
        </span>
      ))}
    </pre>
  );
}

function SaveButton({ path, text }: { readonly path: string; readonly text: string }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();

  async function save(): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const saved = await bridge.invoke('dialogs:save-text', { name, text });
    if (!saved.ok) tell.failure(saved.problems);
    else if (saved.value !== null) tell.done(t('serverSetup.saved', { path: saved.value }));
  }

  return (
    <Button look="quiet" onClick={() => void save()}>
      <Save size={16} aria-hidden />
      {t('serverSetup.saveFile')}
      <span className="sr-only"> {path}</span>
    </Button>
  );
}
