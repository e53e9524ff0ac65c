import { ArrowLeft } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './app.module.css';
import { Detail } from './detail.tsx';
// At once, unlike the panes: who presses Ctrl+K goes on typing.
import { Palette } from './features/hand/palette.tsx';
import { ShortcutSheet } from './features/hand/shortcut-sheet.tsx';
import { useActions } from './features/hand/use-actions.ts';
import { useShortcuts } from './features/hand/use-shortcuts.ts';
import { HelpContext } from './features/help/help-link.tsx';
import { useFocusBack } from './features/help/use-focus-back.ts';
import { DropAnywhere } from './features/import/drop-anywhere.tsx';
import { defaultAction, useRuns } from './features/knock/use-runs.ts';
import { ProfileList } from './features/profiles/profile-list.tsx';
import { UpdatesBar } from './features/updates/updates-bar.tsx';
import { VaultBar } from './features/vault/vault-bar.tsx';
import { SideBar } from './side-bar.tsx';
import { only } from './state/selection.ts';
import { useAppState } from './state/store-context.tsx';
import { useNavigation } from './state/use-navigation.ts';
import { useWanted } from './state/use-wanted.ts';
import { FIRST_VIEW, type HelpPlace, type Pane, type View } from './state/view.ts';
import { Button } from './ui/button.tsx';
import { later } from './ui/later.tsx';
import { Notices } from './ui/notices.tsx';
import { Room } from './ui/room.tsx';

const HelpPage = later(async () => (await import('./features/help/help-page.tsx')).HelpPage);

/** What is shown of the selected profiles: the list marks them. */
const OF_PROFILES: ReadonlySet<Pane['kind']> = new Set(['selection', 'edit', 'setup']);

/** The window: the list on the left, what is selected or an editor on the right; one of the two where it is narrow. */
export function App() {
  const { t } = useTranslation();
  const navigation = useNavigation();
  const { view, go } = navigation;
  const first = useAppState((state) => state.profiles[0]?.id ?? null);
  const selection = view.selection ?? (first === null ? null : only(first));
  const detail = useRef<HTMLElement>(null);
  const openHelp = useCallback((place: HelpPlace) => go({ do: 'help', place }), [go]);
  const hand = useActions(navigation, selection);
  const { start } = useRuns();
  useShortcuts(hand.actions);
  useWanted(navigation);
  useFocusBack(view.help !== null);
  useKeptFocus(view, detail);
  return (
    <main className={styles['app']}>
      <h1 className="sr-only">Toctoc</h1>
      <Room>
        <Notices />
      </Room>
      <HelpContext value={openHelp}>
        <Room>
          <VaultBar />
        </Room>
      </HelpContext>
      <Room>
        <UpdatesBar />
      </Room>
      <div className={styles['panes']} data-pane={view.help === null ? view.pane : 'detail'}>
        <nav className={styles['side']}>
          <ProfileList
            selection={OF_PROFILES.has(view.shows.kind) ? selection : null}
            onSelect={(next) => go({ do: 'select', selection: next })}
            onOpen={(next) => go({ do: 'open', selection: next })}
            onNew={() => go({ do: 'new' })}
            onServer={() => go({ do: 'new', forServer: true })}
            actions={hand.actions}
            onDeleted={(next) => go({ do: 'deleted', next })}
          />
          <SideBar view={view} onShow={(pane) => go({ do: 'show', pane })} onHelp={() => openHelp('contents')} />
        </nav>
        <section ref={detail} tabIndex={-1} className={styles['detail']}>
          {view.help === null && view.shows.kind !== 'setup' && (
            <div className={styles['back']} data-always={view.shows.kind === 'about' || undefined}>
              <Button
                look="quiet"
                // About is a page of the settings.
                onClick={() =>
                  go(view.shows.kind === 'about' ? { do: 'show', pane: { kind: 'settings' } } : { do: 'back' })
                }
              >
                <ArrowLeft size={16} aria-hidden />
                {t('back')}
              </Button>
            </div>
          )}
          <HelpContext value={openHelp}>
            <div className={styles['shown']} hidden={view.help !== null}>
              <Detail navigation={navigation} selection={selection} />
            </div>
          </HelpContext>
          {view.help !== null && (
            <HelpPage
              place={view.help}
              onGo={openHelp}
              onShortcuts={hand.actions.shortcuts}
              onClose={() => go({ do: 'leave' })}
            />
          )}
        </section>
      </div>
      <DropAnywhere onDrop={(dropped) => go({ do: 'show', pane: { kind: 'import', dropped } })} />
      {hand.over === 'sheet' && <ShortcutSheet onClose={hand.close} />}
      {hand.over === 'palette' && (
        <Palette
          actions={hand.actions}
          onClose={hand.close}
          onHelp={openHelp}
          onProfile={(profile, knock) => {
            go({ do: 'open', selection: only(profile.id) });
            if (knock) start(profile.id, defaultAction(profile));
          }}
        />
      )}
    </main>
  );
}

/**
 * When what had the focus is gone (a closed editor, a deleted profile, the other pane of a narrow window), the focus
 * goes to the list's row, or to the right-hand pane where the list is not on screen.
 */
function useKeptFocus(view: View, detail: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const active = document.activeElement;
    const lost = active === null || active === document.body || !active.checkVisibility();
    if (!lost || view === FIRST_VIEW) return;
    const row = document.querySelector<HTMLElement>('[role="option"][tabindex="0"]');
    if (row?.checkVisibility()) row.focus();
    else detail.current?.focus();
  }, [view, detail]);
}
