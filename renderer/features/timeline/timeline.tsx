import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark } from '../../../shared/model/timeline.ts';
import { formatMoment } from '../../i18n.ts';
import { Legend } from './legend.tsx';
import { type Item, itemsOf, type Picture, pictureOf } from './picture.ts';
import styles from './timeline.module.css';
import { TimelineRow } from './timeline-row.tsx';
import { useNow } from './use-now.ts';
import { itemWords } from './words.ts';

interface TimelineProps {
  readonly marks: readonly Mark[];
  /** It goes on: drawn up to now. */
  readonly live: boolean;
  /** What happened, in a sentence; shown where nothing is pointed at. */
  readonly story: string | null;
}

/**
 * A run in milliseconds: a row for each attempt, drawn as it happens. One stop for Tab: the arrows go from one thing
 * that happened to the next, as along the track of a slider, and each is read with its exact times.
 */
export function Timeline({ marks, live, story }: TimelineProps) {
  const { t } = useTranslation();
  const now = useNow(marks.at(-1)?.ms ?? 0, live);
  const picture = pictureOf(marks, now);
  const items = itemsOf(picture);
  const [chosen, setChosen] = useState<number | null>(null);
  const at = chosen === null ? null : Math.min(chosen, items.length - 1);
  const item = at === null ? undefined : items[at];
  if (items.length === 0) return null;

  function onKey(event: KeyboardEvent): void {
    const to = keyTarget(event.key, at, items.length - 1);
    if (to === undefined) return;
    event.preventDefault();
    setChosen(to);
  }

  function onPoint(event: PointerEvent): void {
    const drawn = event.target instanceof Element ? event.target.closest('[data-item]') : null;
    const next = Number(drawn?.getAttribute('data-item') ?? Number.NaN);
    setChosen(Number.isNaN(next) ? null : next);
  }

  return (
    <div className={styles['timeline']}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('timeline.label')}
        aria-valuemin={1}
        aria-valuemax={items.length}
        aria-valuenow={(at ?? 0) + 1}
        aria-valuetext={itemText(t, items, at ?? 0)}
        onKeyDown={onKey}
        onBlur={() => setChosen(null)}
        onPointerMove={onPoint}
        onPointerLeave={() => setChosen(null)}
        className={styles['rows']}
        data-live={live || undefined}
      >
        <Rows picture={picture} chosen={item} items={items} />
      </div>
      <Legend items={items} grid={formatMoment(picture.grid)} />
      <p className={styles['words']}>{item === undefined ? (story ?? t('timeline.hint')) : itemWords(t, item)}</p>
    </div>
  );
}

function itemText(t: Parameters<typeof itemWords>[0], items: readonly Item[], at: number): string {
  const item = items[at];
  return item === undefined ? '' : itemWords(t, item);
}

function Rows({
  picture,
  chosen,
  items,
}: {
  readonly picture: Picture;
  readonly chosen: Item | undefined;
  readonly items: readonly Item[];
}) {
  const several = picture.rows.length > 1;
  let first = 0;
  return picture.rows.map((row) => {
    const begin = first;
    first += row.items.length;
    return (
      <TimelineRow
        key={row.attempt}
        row={row}
        scale={picture.scale}
        grid={picture.grid}
        numbered={several}
        first={begin}
        chosen={chosen === undefined ? null : items.indexOf(chosen)}
      />
    );
  });
}

function keyTarget(key: string, at: number | null, last: number): number | null | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at === null ? 0 : Math.min(last, at + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return at === null ? last : Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
