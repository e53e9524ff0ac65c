import { Plus } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { useAppState } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { defaultAction, useRuns } from '../knock/use-runs.ts';
import styles from './profile-list.module.css';
import { ProfileRow } from './profile-row.tsx';

/** With this many the list is still seen at a glance; with more it can be searched. */
const AT_A_GLANCE = 7;

interface ProfileListProps {
  readonly selectedId: string | null;
  /** By keyboard: shows it, and stays in the list. */
  readonly onSelect: (id: string) => void;
  /** By pointer: shows it, also where there is room for one pane. */
  readonly onOpen: (id: string) => void;
  readonly onNew: () => void;
}

function matches(profile: ProfileSummary, query: string): boolean {
  return `${profile.name}\n${profile.host}`.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
}

/** The saved servers: arrows choose, Enter knocks. */
export function ProfileList({ selectedId, onSelect, onOpen, onNew }: ProfileListProps) {
  const { t } = useTranslation();
  const profiles = useAppState((state) => state.profiles);
  const runs = useAppState((state) => state.runs);
  const { start } = useRuns();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');

  const searchable = profiles.length > AT_A_GLANCE;
  const shown = searchable ? profiles.filter((profile) => matches(profile, query)) : profiles;
  const selected = shown.find(({ id }) => id === selectedId);
  const at = selected === undefined ? -1 : shown.indexOf(selected);

  function choose(index: number): void {
    const next = shown[Math.max(0, Math.min(index, shown.length - 1))];
    if (next === undefined) return;
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(next.id)}"]`)?.focus();
  }

  function onListKey(event: KeyboardEvent): void {
    const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 };
    const index = to[event.key];
    if (index !== undefined) choose(index);
    else if (event.key === 'Enter' && selected !== undefined) start(selected.id, defaultAction(selected));
    else if (event.key === 'ArrowRight' && selected !== undefined) onOpen(selected.id);
    else return;
    event.preventDefault();
  }

  function onSearchKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') choose(0);
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  }

  return (
    <>
      <header className={styles['header']}>
        <Button onClick={onNew} look={profiles.length === 0 ? 'primary' : 'plain'}>
          <Plus size={16} aria-hidden />
          {t('newProfile')}
        </Button>
        {searchable && (
          <input
            type="search"
            aria-label={t('list.search')}
            placeholder={t('list.search')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={onSearchKey}
            className={styles['search']}
          />
        )}
      </header>
      {shown.length > 0 ? (
        <div
          ref={list}
          role="listbox"
          aria-label={t('list.label')}
          tabIndex={-1}
          onKeyDown={onListKey}
          className={styles['list']}
        >
          {shown.map((profile, index) => (
            <ProfileRow
              key={profile.id}
              profile={profile}
              run={runs.find(({ profileId }) => profileId === profile.id)}
              selected={profile === selected}
              reachable={profile === selected || (selected === undefined && index === 0)}
              onOpen={onOpen}
            />
          ))}
        </div>
      ) : (
        <div className={styles['empty']}>
          {profiles.length === 0 && <strong>{t('list.emptyTitle')}</strong>}
          <p>{profiles.length === 0 ? t('list.empty') : t('list.noMatch', { query })}</p>
        </div>
      )}
      {selected !== undefined && (
        <p className={styles['keys']}>
          <kbd>{t('list.enterKey')}</kbd>{' '}
          {defaultAction(selected) === 'connect' ? t('list.enterConnects') : t('list.enterKnocks')}
        </p>
      )}
    </>
  );
}
