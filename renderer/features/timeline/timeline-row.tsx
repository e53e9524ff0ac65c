import { DoorOpen, X } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n.ts';
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
        {row.items.map((item, at) => (
          <Drawn key={keyOf(item)} item={item} row={row} scale={scale} at={at + first} chosen={at + first === chosen} />
        ))}
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
  readonly row: Row;
  readonly scale: number;
  readonly at: number;
  readonly chosen: boolean;
}

function Drawn({ item, row, scale, at, chosen }: DrawnProps) {
  const left = placeOf(row, item.from, scale) * 100;
  const common = { 'data-item': at, 'data-chosen': chosen || undefined };
  switch (item.kind) {
    case 'span': {
      const width = placeOf(row, item.to, scale) * 100 - left;
      return (
        <span
          {...common}
          className={styles['span']}
          data-stage={item.stage}
          data-live={item.live || undefined}
          style={{ left: `${left}%`, width: `${width}%` }}
        >
          {isWait(item) && <span className={styles['waited']}>{formatMoment(item.to - item.from)}</span>}
        </span>
      );
    }
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
}
