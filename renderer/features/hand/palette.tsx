import { Dialog } from '@base-ui/react/dialog';
import { CircleQuestionMark } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE_ID, type ProfileSummary } from '../../../shared/model/profile.ts';
import type { HelpPageId } from '../../../shared/text/help/pages.ts';
import { useAppState } from '../../state/store-context.tsx';
import { standingOf } from '../knock/standing.ts';
import { StandingIcon } from '../knock/standing-icon.tsx';
import styles from './hand.module.css';
import { Keys } from './keys.tsx';
import { type Found, useFound } from './use-found.ts';
import type { Actions } from './use-shortcuts.ts';

interface PaletteProps {
  readonly actions: Actions;
  readonly onClose: () => void;
  /** `knock`: and do what one click on it does. */
  readonly onProfile: (profile: ProfileSummary, knock: boolean) => void;
  readonly onHelp: (page: HelpPageId) => void;
}

/** Profiles, actions and the help by a few letters, then Enter. */
export function Palette({ actions, onClose, onProfile, onHelp }: PaletteProps) {
  const { t } = useTranslation();
  const id = useId();
  const runs = useAppState((state) => state.runs);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(query, actions);
  const chosen = found[Math.min(at, found.length - 1)];

  function take(one: Found | undefined, knock: boolean): void {
    if (one === undefined) return;
    onClose();
    if (one.kind === 'profile') onProfile(one.profile, knock);
    else if (one.kind === 'help') onHelp(one.id);
    else actions[one.id]?.();
  }

  function onKey(event: KeyboardEvent): void {
    const last = found.length - 1;
    if (event.key === 'ArrowDown') setAt(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setAt(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter') take(chosen, !event.shiftKey);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['palette']} aria-label={t('hand.title')}>
          <input
            role="combobox"
            aria-expanded
            aria-controls={id}
            aria-activedescendant={chosen === undefined ? undefined : `${id}-${Math.min(at, found.length - 1)}`}
            aria-label={t('hand.placeholder')}
            placeholder={t('hand.placeholder')}
            value={query}
            onChange={({ target }) => {
              setQuery(target.value);
              setAt(0);
            }}
            onKeyDown={onKey}
            autoComplete="off"
            spellCheck={false}
            className={styles['input']}
          />
          {found.length === 0 && <p className={styles['nothing']}>{t('hand.nothing', { query })}</p>}
          <div id={id} role="listbox" aria-label={t('hand.results')} className={styles['results']}>
            {found.map((one, index) => (
              // The keys are heard by the field, which keeps the focus.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <div
                key={`${one.kind} ${one.id}`}
                ref={one === chosen ? intoView : undefined}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={one === chosen}
                onClick={(event) => take(one, !event.shiftKey)}
                className={styles['result']}
              >
                {one.kind === 'profile' ? (
                  <>
                    <StandingIcon standing={standingOf(runs.find(({ profileId }) => profileId === one.profile.id))} />
                    <span className={styles['name']}>{one.profile.name}</span>
                    <span className={styles['soft']}>
                      {one.profile.id === PRACTICE_ID ? t('list.practice') : one.profile.host}
                    </span>
                  </>
                ) : one.kind === 'action' ? (
                  <>
                    <span className={styles['name']}>{t(`hand.${one.id}`)}</span>
                    <Keys action={one.id} />
                  </>
                ) : (
                  <>
                    <CircleQuestionMark size={16} aria-hidden />
                    <span className={styles['name']}>{t(`help.pages.${one.id}`)}</span>
                    <span className={styles['soft']}>{t('help.found')}</span>
                  </>
                )}
              </div>
            ))}
          </div>
          <p className={styles['hint']}>{t('hand.enter')}</p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
