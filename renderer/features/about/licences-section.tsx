import { ChevronRight, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bridge } from '../../../shared/ipc.ts';
import type { AboutFacts, Licence } from '../../../shared/model/about.ts';
import { useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { fold } from '../profiles/list-filter.ts';
import { Section } from '../settings/section.tsx';
import settingsStyles from '../settings/settings-page.module.css';
import styles from './about.module.css';
import { useAnswer } from './use-answer.ts';

const askLicences = (bridge: Bridge) => bridge.invoke('about:licences');

/** Every part that is shipped, with its licence; each opens its text. */
export function LicencesSection({ facts }: { readonly facts: AboutFacts }) {
  const { t } = useTranslation();
  const licences = useAnswer(askLicences);
  const [query, setQuery] = useState('');
  const wanted = fold(query.trim());
  const found = (licences ?? []).filter(({ name, licence }) => fold(`${name} ${licence}`).includes(wanted));
  return (
    <Section title={t('about.licences')}>
      <p>{t('about.own')}</p>
      <TextField
        label={t('about.search')}
        type="search"
        // Before they are there, or where they cannot be read, nothing has been looked through.
        hint={
          licences !== null &&
          (found.length > 0 ? t('about.count', { count: found.length }) : t('about.nothing', { query }))
        }
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      {found.length > 0 && (
        <ul className={styles['licences']}>
          {found.map((one) => (
            <li key={`${one.name} ${one.version}`}>
              <LicenceText licence={one} />
            </li>
          ))}
        </ul>
      )}
      <ChromiumNotices path={facts.chromiumLicences} />
    </Section>
  );
}

function LicenceText({ licence: { name, version, licence, text } }: { readonly licence: Licence }) {
  return (
    <details className={styles['licence']}>
      <summary className={styles['summary']}>
        <ChevronRight size={16} aria-hidden className={styles['chevron']} />
        <span className={styles['name']}>{name}</span>
        <span className={styles['soft']}>{version}</span>
        <span className={styles['kind']}>{licence}</span>
      </summary>
      <pre className={styles['text']}>{text}</pre>
    </details>
  );
}

function ChromiumNotices({ path }: { readonly path: string | null }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  if (path === null) return <p>{t('about.chromiumMissing')}</p>;

  async function open(): Promise<void> {
    const opened = await bridge.invoke('about:open', 'chromium-licences');
    if (!opened.ok) tell.failure(opened.problems);
  }

  return (
    <div className={settingsStyles['row']}>
      <p className={settingsStyles['grow']}>
        {t('about.chromium')}
        <span className={settingsStyles['path']}>{path}</span>
      </p>
      <Button onClick={() => void open()}>
        <ExternalLink size={16} aria-hidden />
        {t('about.openChromium')}
      </Button>
    </div>
  );
}
