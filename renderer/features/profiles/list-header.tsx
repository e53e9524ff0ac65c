import { Pencil, Plus, ServerCog } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NEW_DRAFT, NEW_SERVER_DRAFT } from '../../../shared/model/draft.ts';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { ListFilter } from './list-filter.ts';
import styles from './profile-list.module.css';
import { SearchField } from './search-field.tsx';
import { SortMenu } from './sort-menu.tsx';
import { TagFilter } from './tag-filter.tsx';

interface ListHeaderProps {
  readonly filter: ListFilter;
  readonly onNew: () => void;
  /** Goes on with the server that was being set up. */
  readonly onServer: () => void;
  /** From the search into the list. */
  readonly onDown: () => void;
  readonly onSelectAll: () => void;
}

/** What stands over the list: new profiles, and what narrows the list down. */
export function ListHeader({ filter, onNew, onServer, onDown, onSelectAll }: ListHeaderProps) {
  const { t } = useTranslation();
  const isFirst = useAppState((state) => state.profiles.length === 0);
  const unsaved = useAppState((state) => state.drafts.includes(NEW_DRAFT));
  const unsavedServer = useAppState((state) => state.drafts.includes(NEW_SERVER_DRAFT));
  return (
    <header className={styles['header']}>
      <Button onClick={onNew} look={isFirst ? 'primary' : 'plain'} title={unsaved ? t('draft.mark') : undefined}>
        <Plus size={16} aria-hidden />
        {t('newProfile')}
        {unsaved && <Pencil size={14} aria-hidden />}
      </Button>
      {unsavedServer && (
        <Button look="quiet" onClick={onServer} title={t('draft.mark')}>
          <ServerCog size={16} aria-hidden />
          {t('draft.server')}
          <Pencil size={14} aria-hidden />
        </Button>
      )}
      {filter.searchable && (
        <div className={styles['searchRow']}>
          <SearchField filter={filter} onDown={onDown} />
          <SortMenu filter={filter} />
        </div>
      )}
      <TagFilter filter={filter} onSelectAll={onSelectAll} />
    </header>
  );
}
