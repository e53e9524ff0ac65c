import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Help } from '../../../shared/text/help/blocks.ts';
import type { HelpPageId } from '../../../shared/text/help/pages.ts';
import { spokenTexts } from '../../i18n.ts';
import { TextField } from '../../ui/field.tsx';
import styles from './help.module.css';
import { searchHelp } from './search.ts';

interface HelpContentsProps {
  /** `null`: still being loaded. */
  readonly help: Help | null;
  readonly onGo: (page: HelpPageId) => void;
  /** Opens the sheet of keyboard shortcuts, which is found by its name like a page. */
  readonly onShortcuts: (() => void) | null;
}

/** Every page of the help, or those in which something is found. */
export function HelpContents({ help, onGo, onShortcuts }: HelpContentsProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const found = searchHelp(query, spokenTexts(), help);
  const sheet = t('hand.sheet');
  const entry = (title: string, onClick: () => void) => (
    <li key={title}>
      <button type="button" onClick={onClick} className={styles['entry']}>
        {title}
        <ChevronRight size={16} aria-hidden />
      </button>
    </li>
  );
  const hasSheet = onShortcuts !== null && sheet.toLowerCase().includes(query.trim().toLowerCase());
  return (
    <>
      <TextField
        label={t('help.search')}
        type="search"
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      <p role="status" className={styles['nothing']}>
        {found.length === 0 && !hasSheet && t('help.nothing', { query })}
      </p>
      <ul className={styles['contents']}>
        {found.map((page) => entry(t(`help.pages.${page}`), () => onGo(page)))}
        {hasSheet && entry(sheet, onShortcuts)}
      </ul>
    </>
  );
}
