import { Star } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE_ID, type ProfileSummary } from '../../../shared/model/profile.ts';
import { ranked } from '../../../shared/model/quick-pick.ts';
import { useAppState } from '../../state/store-context.tsx';
import { useKeys } from '../hand/use-keys.ts';
import { standingOf } from '../knock/standing.ts';
import { StandingIcon } from '../knock/standing-icon.tsx';
import styles from './quick-pick.module.css';

interface ChoiceProps {
  readonly profiles: readonly ProfileSummary[];
  readonly onChoose: (profileId: string, knockOnly: boolean) => void;
}

/** A field and the servers that fit what is typed in it: arrows choose one, Enter takes it. */
export function Choice({ profiles, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  const write = useKeys();
  const runs = useAppState((state) => state.runs);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const shown = ranked(profiles, runs, query);
  const active = shown[Math.min(at, shown.length - 1)];
  const optionId = (profile: ProfileSummary) => `${listId}-${profile.id}`;

  // The window is made before it is shown, and shown again without being made.
  useEffect(() => {
    const focus = () => field.current?.focus();
    focus();
    addEventListener('focus', focus);
    return () => removeEventListener('focus', focus);
  }, []);
  useEffect(() => {
    const id = active?.id;
    if (id !== undefined)
      list.current?.querySelector(`[data-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);

  function onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key];
    if (step !== undefined) setAt(Math.max(0, Math.min(shown.length - 1, at + step)));
    else if (event.key === 'Enter' && active !== undefined && !event.repeat && !event.nativeEvent.isComposing) {
      onChoose(active.id, event.ctrlKey || event.metaKey);
    } else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        ref={field}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={active === undefined ? undefined : optionId(active)}
        aria-label={t('desktop.quickPick.field')}
        placeholder={t('desktop.quickPick.field')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
        className={styles['field']}
      />
      {shown.length === 0 ? (
        <p className={styles['none']} role="status">
          {profiles.length === 0 ? t('list.emptyTitle') : t('list.noMatch', { query })}
        </p>
      ) : (
        <div ref={list} id={listId} role="listbox" aria-label={t('list.label')} className={styles['list']}>
          {shown.map((profile) => (
            <div
              key={profile.id}
              id={optionId(profile)}
              role="option"
              tabIndex={-1}
              aria-selected={profile === active}
              data-id={profile.id}
              className={styles['row']}
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => onChoose(profile.id, event.ctrlKey || event.metaKey)}
              onKeyDown={onKey}
            >
              <StandingIcon standing={standingOf(runs.find(({ profileId }) => profileId === profile.id))} />
              <span className={styles['name']}>{profile.name}</span>
              {profile.favourite && <Star size={13} aria-hidden className={styles['star']} />}
              <span className={styles['host']}>{profile.id === PRACTICE_ID ? t('list.practice') : profile.host}</span>
            </div>
          ))}
        </div>
      )}
      <footer className={styles['keys']}>
        {active !== undefined && (
          <Key
            name={write('Enter')}
            what={active.client === 'none' ? t('list.enterKnocks') : t('desktop.quickPick.toConnect')}
          />
        )}
        {active !== undefined && active.client !== 'none' && (
          <Key name={write('Mod+Enter')} what={t('list.enterKnocks')} />
        )}
        <Key name={write('Esc')} what={t('desktop.quickPick.toClose')} />
      </footer>
    </>
  );
}

function Key({ name, what }: { readonly name: string; readonly what: string }) {
  return (
    <span>
      <kbd className={styles['key']}>{name}</kbd> {what}
    </span>
  );
}
