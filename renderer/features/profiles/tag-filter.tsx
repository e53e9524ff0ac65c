import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ToggleChip } from '../../ui/chip.tsx';
import type { ListFilter } from './list-filter.ts';
import styles from './profile-list.module.css';

/** More chips than this would push the list away. */
const AS_CHIPS = 6;

interface TagFilterProps {
  readonly filter: ListFilter;
  readonly onSelectAll: () => void;
}

/** Shows the servers with one tag; from there all of them can be selected at once. */
export function TagFilter({ filter, onSelectAll }: TagFilterProps) {
  const { t } = useTranslation();
  const { tags, tag } = filter;
  if (tags.length === 0) return null;
  return (
    <div className={styles['tags']}>
      {tags.length > AS_CHIPS ? <TagSelect filter={filter} /> : <TagChips filter={filter} />}
      {tag !== null && filter.shown.length > 0 && (
        <Button look="quiet" onClick={onSelectAll}>
          {t('list.selectAll')}
        </Button>
      )}
    </div>
  );
}

function TagChips({ filter: { tags, tag, setTag } }: { readonly filter: ListFilter }) {
  const { t } = useTranslation();
  return (
    // A fieldset would be drawn with a frame that flexbox cannot lay out.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div role="group" aria-label={t('list.tags')} className={styles['chips']}>
      {tags.map((one) => (
        <ToggleChip key={one} pressed={one === tag} onPress={() => setTag(one === tag ? null : one)}>
          {one}
        </ToggleChip>
      ))}
    </div>
  );
}

function TagSelect({ filter: { tags, tag, setTag } }: { readonly filter: ListFilter }) {
  const { t } = useTranslation();
  return (
    <select
      aria-label={t('list.tag')}
      value={tag ?? ''}
      onChange={({ target }) => setTag(target.value === '' ? null : target.value)}
      className={styles['select']}
    >
      <option value="">{t('list.allTags')}</option>
      {tags.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  );
}
