import { useState } from 'react';
import type { Selection } from '../../state/selection.ts';
import { only } from '../../state/selection.ts';
import { useAppState } from '../../state/store-context.tsx';
import type { Navigation } from '../../state/use-navigation.ts';
import { useUndo } from '../../ui/toasts.tsx';
import { helpFor } from '../help/help-for.ts';
import { standingOf } from '../knock/standing.ts';
import { defaultAction, useRuns } from '../knock/use-runs.ts';
import { useProfileActions } from '../profiles/use-profile-actions.ts';
import type { Actions } from './use-shortcuts.ts';

/** Which of the two is open over the page. */
export type Over = 'palette' | 'sheet' | null;

/** What the keyboard can do now, and what it has opened over the window. */
export interface Hand {
  readonly actions: Actions;
  readonly over: Over;
  readonly close: () => void;
}

/** What the keys and the palette do with what is selected and shown. */
export function useActions({ view, go }: Navigation, selection: Selection | null): Hand {
  const [over, setOver] = useState<Over>(null);
  const profiles = useAppState((state) => state.profiles);
  const { start, startMany } = useRuns();
  const undo = useUndo();
  const { duplicate } = useProfileActions({
    onOpen: (id) => go({ do: 'open', selection: only(id) }),
    onDeleted: () => {},
  });
  const selected = view.shows.kind === 'selection' ? profiles.filter(({ id }) => selection?.ids.has(id)) : [];
  const [one] = selected;
  const alone = one !== undefined && selected.length === 1 ? one : null;
  const standing = useAppState(({ runs }) => standingOf(runs.find((run) => run.profileId === alone?.id)));
  const failed = standing === 'notOpen' || standing === 'failed';
  return {
    over,
    close: () => setOver(null),
    actions: {
      open: () => setOver('palette'),
      newProfile: () => go({ do: 'new' }),
      search: focusSearch,
      knock:
        alone !== null
          ? () => start(alone.id, defaultAction(alone))
          : selected.length > 0
            ? () => startMany(selected, 'knock')
            : null,
      edit: alone && (() => go({ do: 'edit', id: alone.id })),
      duplicate: alone && (() => void duplicate(alone)),
      undo,
      importing: () => go({ do: 'show', pane: { kind: 'import' } }),
      exporting: () => go({ do: 'show', pane: { kind: 'export' } }),
      history: () => go({ do: 'show', pane: { kind: 'history', profileId: null } }),
      settings: () => go({ do: 'show', pane: { kind: 'settings' } }),
      help: () => go({ do: 'help', place: helpFor(view, document.activeElement, failed) }),
      shortcuts: () => setOver('sheet'),
      about: () => go({ do: 'show', pane: { kind: 'about' } }),
    },
  };
}

/** A short list has no search: then it is the list itself. */
function focusSearch(): void {
  const targets = document.querySelectorAll<HTMLElement>('input[type="search"], [role="option"][tabindex="0"]');
  [...targets].find((target) => target.checkVisibility())?.focus();
}
