import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { everything, only, type Selection } from '../../state/selection.ts';
import { useAppState } from '../../state/store-context.tsx';
import type { Actions } from '../hand/use-shortcuts.ts';
import { defaultAction, useRuns } from '../knock/use-runs.ts';
import { type ListFilter, useListFilter } from './list-filter.ts';
import { ListFooter } from './list-footer.tsx';
import { ListHeader } from './list-header.tsx';
import { clicked, isAdding, pressed } from './list-keys.ts';
import styles from './profile-list.module.css';
import { ProfileRows } from './profile-rows.tsx';
import { useTypeAhead } from './type-ahead.ts';
import { useProfileActions } from './use-profile-actions.ts';

interface ProfileListProps {
  readonly selection: Selection | null;
  /** By keyboard, or one more: shows it, and stays in the list. */
  readonly onSelect: (selection: Selection) => void;
  /** By pointer: shows it, also where there is room for one pane. */
  readonly onOpen: (selection: Selection) => void;
  readonly onNew: () => void;
  /** Goes on with the server that was being set up. */
  readonly onServer: () => void;
  readonly actions: Actions;
  readonly onDeleted: (next: string | null) => void;
}

/** The saved servers: arrows choose one, Shift and Ctrl several, Enter knocks. */
export function ProfileList({ selection, onSelect, onOpen, onNew, onServer, actions, onDeleted }: ProfileListProps) {
  const profiles = useAppState((state) => state.profiles);
  const { start, startMany } = useRuns();
  const list = useRef<HTMLDivElement>(null);
  const filter = useListFilter(profiles);
  const { shown } = filter;

  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const typeAhead = useTypeAhead();
  const [first] = ids;
  const [one, ...others] = profiles.filter(({ id }) => selection?.ids.has(id));
  const reachable = selection !== null && ids.includes(selection.activeId) ? selection.activeId : first;
  const at = reachable === undefined ? -1 : ids.indexOf(reachable);
  const neighbour = ids[at + 1] ?? ids[at - 1] ?? null;
  const { remove } = useProfileActions({ onOpen: (id) => onOpen(only(id)), onDeleted: () => onDeleted(neighbour) });

  // A profile that was saved comes into the list after its page was opened: the row before it has the focus until then.
  useEffect(() => {
    const focused = list.current?.querySelector<HTMLElement>('[role="option"]:focus');
    if (reachable === undefined || !focused || focused.dataset['id'] === reachable) return;
    rowIn(list.current, reachable)?.focus();
  }, [reachable]);

  /** By keyboard: its row is there at once, wherever it is, and takes the focus. */
  function choose(next: Selection): void {
    flushSync(() => onSelect(next));
    rowIn(list.current, next.activeId)?.focus();
  }

  function knock(): void {
    if (one === undefined) return;
    if (others.length > 0) startMany([one, ...others], 'knock');
    else if (ids.includes(one.id)) start(one.id, defaultAction(one));
  }

  function onListKey(event: KeyboardEvent): void {
    // Held down it is one wish: not a session, or a deletion, for every repeat.
    if (event.repeat && (event.key === 'Enter' || event.key === 'Delete')) return;
    const next = pressed(event, selection, ids);
    const named = next === null ? typeAhead(event, shown, reachable) : null;
    if (next !== null) choose(next);
    else if (named !== null) choose(only(named));
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) knock();
    else if (event.key === 'Delete' && one !== undefined && others.length === 0) void remove(one);
    else if (event.key === 'ArrowRight' && selection !== null) onOpen(selection);
    else return;
    event.preventDefault();
  }

  function selectAll(): void {
    const all = everything(selection, ids);
    if (all !== null) onOpen(all);
  }

  /** A menu is about its row, and about the others where that one is selected with them. */
  function onListMenu(event: MouseEvent): void {
    const id = rowOf(event);
    if (id !== null && !(selection?.ids.has(id) ?? false)) flushSync(() => onSelect(only(id)));
  }

  function onListClick(event: MouseEvent): void {
    const id = rowOf(event);
    if (id === null) return;
    const next = clicked(event, selection, id, ids);
    if (isAdding(event)) onSelect(next);
    else onOpen(next);
  }

  return (
    <>
      <ListHeader
        filter={filter}
        onNew={onNew}
        onServer={onServer}
        onDown={() => first !== undefined && choose(only(first))}
        onSelectAll={selectAll}
      />
      {shown.length > 0 ? (
        <ProfileRows
          list={list}
          shown={shown}
          selection={selection}
          reachable={reachable}
          menu={{
            selected: one === undefined ? [] : [one, ...others],
            actions,
            onDelete: (profile) => void remove(profile),
          }}
          onClick={onListClick}
          onContextMenu={onListMenu}
          onKeyDown={onListKey}
        />
      ) : (
        <NothingShown filter={filter} any={profiles.length > 0} />
      )}
      {selection !== null && one !== undefined && (
        <ListFooter selected={[one, ...others]} onShow={() => onOpen(selection)} />
      )}
    </>
  );
}

/** In the place of the rows: that there are none, or none that are looked for. */
function NothingShown({ filter: { query, tag }, any }: { readonly filter: ListFilter; readonly any: boolean }) {
  const { t } = useTranslation();
  const why = tag === null ? t('list.noMatch', { query }) : t('list.noMatchTagged', { query, tag });
  return (
    <div className={styles['empty']}>
      {!any && <strong>{t('list.emptyTitle')}</strong>}
      <p>{any ? why : t('list.empty')}</p>
    </div>
  );
}

/** The id of the row that an event comes from. */
function rowOf({ target }: MouseEvent): string | null {
  const row = target instanceof Element ? target.closest('[data-id]') : null;
  return row?.getAttribute('data-id') ?? null;
}

function rowIn(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;
}
