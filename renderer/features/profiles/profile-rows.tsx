import { defaultRangeExtractor, elementScroll, type Rect, useVirtualizer } from '@tanstack/react-virtual';
import { type ComponentProps, type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import type { Selection } from '../../state/selection.ts';
import { useAppState } from '../../state/store-context.tsx';
import styles from './profile-list.module.css';
import { ProfileRow } from './profile-row.tsx';
import { RowMenu } from './row-menu.tsx';

/** A row and the space under it, in the page's text size (rem): larger text gets higher rows. */
const ROW_REM = 3.375;
/** Rows beyond the edge that are drawn already. */
const AHEAD = 8;

interface ProfileRowsProps {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly shown: readonly ProfileSummary[];
  readonly selection: Selection | null;
  /** The one row that Tab reaches: it is there also where it is out of sight. */
  readonly reachable: string | undefined;
  readonly menu: Omit<ComponentProps<typeof RowMenu>, 'children'>;
  readonly onClick: (event: MouseEvent) => void;
  /** Before a menu opens. */
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The listbox. Of thousands of rows only those near the window are there; each says which of how many it is. */
export function ProfileRows({
  list,
  shown,
  selection,
  reachable,
  menu,
  onClick,
  onContextMenu,
  onKeyDown,
}: ProfileRowsProps) {
  const { t } = useTranslation();
  const runs = useAppState((state) => state.runs);
  const drafts = useAppState((state) => state.drafts);
  const keptOpen = useAppState((state) => state.keptOpen);
  const reachableAt = shown.findIndex(({ id }) => id === reachable);
  const rowPx = useRef<number>(null);
  const scrolled = useRef<Element>(null);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => list.current,
    estimateSize: () => {
      // Asked for each of ten thousand rows.
      rowPx.current ??= rowHeight();
      return rowPx.current;
    },
    overscan: AHEAD,
    // A guess, so that the first drawing has its rows; by itself it draws none until it has measured the list.
    initialRect: { width: 260, height: 700 },
    observeElementRect: (virtual, measured) =>
      virtual.scrollElement === null
        ? undefined
        : watchSize(virtual.scrollElement, (rect) => {
            measured(rect);
            // Larger text takes height from the list: what stands above and below it grows as well.
            const now = rowHeight();
            if (now === rowPx.current) return;
            rowPx.current = now;
            virtual.measure();
          }),
    scrollToFn: (offset, options, virtual) => {
      // Even a scroll to nowhere forces a layout, while the page is drawn; a list that has just come stands at its top.
      const isNew = scrolled.current !== virtual.scrollElement;
      scrolled.current = virtual.scrollElement;
      if (!isNew || offset !== 0) elementScroll(offset, options, virtual);
    },
    scrollPaddingStart: 4,
    scrollPaddingEnd: 4,
    getItemKey: (at) => shown[at]?.id ?? at,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const near = defaultRangeExtractor(range);
        return reachableAt < 0 || near.includes(reachableAt) ? near : [...near, reachableAt].sort((a, b) => a - b);
      },
      [reachableAt],
    ),
  });
  return (
    <RowMenu {...menu}>
      <div
        ref={list}
        role="listbox"
        aria-label={t('list.label')}
        aria-multiselectable
        tabIndex={-1}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onKeyDown={onKeyDown}
        className={styles['list']}
      >
        <div role="presentation" className={styles['rows']} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const profile = shown[index];
            return (
              profile !== undefined && (
                <ProfileRow
                  key={key}
                  profile={profile}
                  run={runs.find(({ profileId }) => profileId === profile.id)}
                  unsaved={drafts.includes(profile.id)}
                  kept={keptOpen.some(({ profileId }) => profileId === profile.id)}
                  selected={selection?.ids.has(profile.id) ?? false}
                  reachable={profile.id === reachable}
                  top={start}
                  at={index + 1}
                  of={shown.length}
                />
              )
            );
          })}
        </div>
      </div>
    </RowMenu>
  );
}

/** px */
function rowHeight(): number {
  return ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/**
 * Tells of the list's size with the browser's own layout; the library's own way forces one while the page is drawn. A list
 * that is not on screen (the other pane of a narrow window) keeps its rows: one of them gets the focus.
 */
function watchSize(list: Element, measured: (rect: Rect) => void): () => void {
  const observer = new ResizeObserver(([entry]) => {
    const size = entry?.borderBoxSize[0];
    if (size !== undefined && size.blockSize > 0) measured({ width: size.inlineSize, height: size.blockSize });
  });
  observer.observe(list, { box: 'border-box' });
  return () => observer.disconnect();
}
