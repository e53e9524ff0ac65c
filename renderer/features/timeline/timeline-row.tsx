import { DoorOpen, X } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment, useLanguage } from '../../i18n.ts';
import { type Item, isWait, placeOf, type Row } from './picture.ts';
import styles from './timeline.module.css';

interface TimelineRowProps {
  readonly row: Row;
  readonly scale: number;
  readonly grid: number;
  /** Whether it says which attempt it is. */
  readonly numbered: boolean;
  /** Which item of the whole picture its first one is. */
  readonly first: number;
  /** The item that is pointed at, by the same count. */
  readonly chosen: number | null;
}

/** One attempt. Everything it draws is told in words elsewhere. */
export function TimelineRow({ row, scale, grid, numbered, first, chosen }: TimelineRowProps) {
  const { t } = useTranslation();
  const lines: CSSProperties & Record<'--grid', string> = { '--grid': `${(grid / scale) * 100}%` };
  return (
    <div className={styles['row']} aria-hidden>
      {numbered && (
        <span className={styles['number']} title={t('timeline.attempt', { attempt: row.attempt })}>
          {row.attempt}
        </span>
      )}
      <div className={styles['track']} style={lines}>
        {row.items.map((item, at) => {
          const left = placeOf(row, item.from, scale) * 100;
          const width = item.kind === 'span' ? placeOf(row, item.to, scale) * 100 - left : 0;
          const drawn = { item, left, width, at: at + first, chosen: at + first === chosen };
          return <Drawn key={keyOf(item)} {...drawn} />;
        })}
      </div>
    </div>
  );
}

function keyOf(item: Item): string {
  switch (item.kind) {
    case 'span':
      return `${item.stage} ${item.from}`;
    case 'knock':
      return `${item.mark.flush ? 'flush' : 'knock'} ${item.mark.index}`;
    case 'probe':
      return `probe ${item.index}`;
    default:
      return item.kind;
  }
}

interface DrawnProps {
  readonly item: Item;
  /** Where it begins and how long it is (percent of the track). */
  readonly left: number;
  readonly width: number;
  readonly at: number;
  readonly chosen: boolean;
}

/** Drawn again only when it looks different: with every frame of a run, that is the one stretch which goes on. */
const Drawn = memo(function Drawn({ item, left, width, at, chosen }: DrawnProps) {
  const common = { 'data-item': at, 'data-chosen': chosen || undefined };
  switch (item.kind) {
    case 'span':
      return (
        <span
          {...common}
          className={styles['span']}
          data-stage={item.stage}
          data-live={item.live || undefined}
          style={{ left: `${left}%`, width: `${width}%` }}
        >
          {isWait(item) && <Waited ms={item.to - item.from} />}
        </span>
      );
    case 'knock':
      return (
        <span
          {...common}
          className={styles['knock']}
          data-protocol={item.mark.protocol}
          data-flush={item.mark.flush || undefined}
          style={{ left: `${left}%` }}
        />
      );
    case 'probe':
      return <span {...common} className={styles['probe']} style={{ left: `${left}%` }} />;
    case 'open':
      return (
        <span {...common} className={styles['open']} style={{ left: `${left}%` }}>
          <DoorOpen size={14} />
        </span>
      );
    case 'end':
      return (
        <span {...common} className={styles['end']} style={{ left: `${left}%` }}>
          <X size={12} />
        </span>
      );
  }
}, looksTheSame);

function looksTheSame(a: DrawnProps, b: DrawnProps): boolean {
  const sameFace =
    a.item.kind === 'span' && b.item.kind === 'span'
      ? a.item.live === b.item.live && (!isWait(a.item) || a.item.to - a.item.from === b.item.to - b.item.from)
      : a.item.kind === b.item.kind;
  return sameFace && a.left === b.left && a.width === b.width && a.at === b.at && a.chosen === b.chosen;
}

/** How long was waited. It follows the language by itself: what it stands in is not drawn again for that. */
function Waited({ ms }: { readonly ms: number }) {
  useLanguage();
  return <span className={styles['waited']}>{formatMoment(ms)}</span>;
}
