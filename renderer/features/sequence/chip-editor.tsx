import { Popover } from '@base-ui/react/popover';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemSentence } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import styles from './chip-list.module.css';
import { type Chip, type ChipParts, partsOf, UNTYPED, wordOf } from './chips.ts';

interface ChipEditorProps {
  readonly chip: Chip;
  readonly title: string;
  readonly anchor: () => HTMLElement | null;
  /** Takes the chip's word with every change. */
  readonly onChange: (word: string) => void;
  readonly onRemove: () => void;
  readonly onShut: () => void;
}

/** The parts of one chip, each in its field. What is changed is so at once; Ctrl+Z takes it back. */
export function ChipEditor({ chip, title, anchor, onChange, onRemove, onShut }: ChipEditorProps) {
  const { t } = useTranslation();
  const [parts, setParts] = useState<ChipParts>(() => partsOf(chip));
  const problem = chip.problem === null || chip.word === UNTYPED ? [] : [problemSentence(chip.problem)];

  function change(next: ChipParts): void {
    setParts(next);
    onChange(wordOf(next));
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Behind it lies a form, which Enter would save and Escape would leave.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      onShut();
    }
    if (event.key === 'Enter' || event.key === 'Escape') event.stopPropagation();
  }

  return (
    <Popover.Root open onOpenChange={(open) => !open && onShut()}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} sideOffset={6} collisionPadding={8} sticky className={styles['positioner']}>
          <Popover.Popup className={styles['popup']} finalFocus={() => anchor() ?? true} onKeyDown={onKeyDown}>
            <Popover.Title className={styles['title']}>{title}</Popover.Title>
            {parts.kind === 'pause' ? (
              <TextField
                label={t('chips.ms')}
                inputMode="numeric"
                mono
                value={parts.ms}
                errors={problem}
                onChange={(event) => change({ ...parts, ms: event.target.value })}
              />
            ) : (
              <KnockFields parts={parts} problem={problem} onChange={change} />
            )}
            <div className={styles['actions']}>
              <Button onClick={onRemove}>{t('chips.remove')}</Button>
              <Button look="primary" onClick={onShut}>
                {t('chips.done')}
              </Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface KnockFieldsProps {
  readonly parts: Extract<ChipParts, { kind: 'knock' }>;
  readonly problem: readonly string[];
  readonly onChange: (parts: ChipParts) => void;
}

function KnockFields({ parts, problem, onChange }: KnockFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles['halves']}>
        <TextField
          label={t('chips.port')}
          inputMode="numeric"
          mono
          value={parts.port}
          errors={problem}
          onChange={(event) => onChange({ ...parts, port: event.target.value })}
        />
        <SelectField
          label={t('chips.protocol')}
          value={parts.protocol}
          options={[
            { value: 'tcp', label: 'TCP' },
            { value: 'udp', label: 'UDP' },
          ]}
          onChange={(event) => onChange({ ...parts, protocol: event.target.value === 'udp' ? 'udp' : 'tcp' })}
        />
      </div>
      {parts.protocol === 'udp' && (
        <TextField
          label={t('chips.payload')}
          hint={t('chips.payloadHint')}
          mono
          value={parts.payload}
          onChange={(event) => onChange({ ...parts, payload: event.target.value })}
        />
      )}
      <TextField
        label={t('chips.gap')}
        hint={t('chips.gapHint')}
        inputMode="numeric"
        mono
        value={parts.gap}
        onChange={(event) => onChange({ ...parts, gap: event.target.value })}
      />
    </>
  );
}
