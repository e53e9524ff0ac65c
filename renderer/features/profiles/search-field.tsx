import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListFilter } from './list-filter.ts';
import styles from './profile-list.module.css';

interface SearchFieldProps {
  readonly filter: ListFilter;
  /** The arrow down: into the list. */
  readonly onDown: () => void;
}

export function SearchField({ filter: { query, setQuery }, onDown }: SearchFieldProps) {
  const { t } = useTranslation();

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  }

  return (
    <input
      type="search"
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      value={query}
      onChange={(event) => setQuery(event.target.value)}
      onKeyDown={onKey}
      className={styles['search']}
    />
  );
}
