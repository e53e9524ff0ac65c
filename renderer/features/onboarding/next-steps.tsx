import { ChevronRight, Download, type LucideIcon, Plus, ServerCog } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './next-steps.module.css';

export interface NextStepsProps {
  readonly onImport: () => void;
  readonly onServer: () => void;
  readonly onNew: () => void;
}

interface HeadingProps {
  /** Of the next level below what stands over it. */
  readonly heading: 'h2' | 'h3';
}

/** The three ways to a server of one's own: it is saved elsewhere, it is yet to be set up, or its sequence is known. */
export function NextSteps({ heading: Heading, onImport, onServer, onNew }: NextStepsProps & HeadingProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['steps']}>
      <Heading id={id} className={styles['heading']}>
        {t(Heading === 'h2' ? 'welcome.first' : 'welcome.next')}
      </Heading>
      <div className={styles['ways']}>
        <Way icon={Download} title={t('welcome.bring')} text={t('welcome.bringHint')} onChoose={onImport} />
        <Way icon={ServerCog} title={t('welcome.setUp')} text={t('welcome.setUpHint')} onChoose={onServer} />
        <Way icon={Plus} title={t('welcome.add')} text={t('welcome.addHint')} onChoose={onNew} />
      </div>
    </section>
  );
}

interface WayProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly onChoose: () => void;
}

function Way({ icon: Icon, title, text, onChoose }: WayProps) {
  const id = useId();
  // The button is its words, and all of the row around them takes the click.
  return (
    <div className={styles['way']}>
      <Icon size={20} aria-hidden />
      <div className={styles['texts']}>
        <button type="button" aria-describedby={id} onClick={onChoose} className={styles['title']}>
          {title}
        </button>
        <p id={id} className={styles['hint']}>
          {text}
        </p>
      </div>
      <ChevronRight size={16} aria-hidden className={styles['go']} />
    </div>
  );
}
