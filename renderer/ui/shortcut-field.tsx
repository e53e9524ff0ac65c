import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceleratorOf, acceleratorText } from '../../shared/model/accelerator.ts';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';

interface ShortcutFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Why the shortcut does not work. */
  readonly problem: string | null;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** Takes the keys that are pressed in it. Tab and Escape leave it, as they leave any field. */
export function ShortcutField({ label, hint, problem, value, onChange }: ShortcutFieldProps) {
  const { t } = useTranslation();
  const [listening, setListening] = useState(false);

  function onKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key === 'Tab' || event.key === 'Escape') return;
    event.preventDefault();
    const accelerator = acceleratorOf(event);
    if ((event.key === 'Backspace' || event.key === 'Delete') && value !== null) onChange(null);
    else if (accelerator !== null && accelerator !== value) onChange(accelerator);
  }

  const shown = value === null ? '' : acceleratorText(value);
  return (
    <TextField
      label={label}
      hint={hint}
      errors={problem === null ? [] : [problem]}
      value={shown}
      placeholder={listening ? t('desktop.section.shortcutPress') : t('desktop.section.shortcutNone')}
      readOnly
      onFocus={() => setListening(true)}
      onBlur={() => setListening(false)}
      onKeyDown={onKey}
      after={
        value !== null && (
          <Button
            look="icon"
            aria-label={t('desktop.section.shortcutClear')}
            title={t('desktop.section.shortcutClear')}
            onClick={() => onChange(null)}
          >
            <X size={16} aria-hidden />
          </Button>
        )
      }
    />
  );
}
