import { type KeyboardEvent, useState } from 'react';
import * as v from 'valibot';
import { isProblemCode } from '../../../shared/result.ts';
import { problemSentence } from '../../i18n.ts';
import { TextField } from '../../ui/field.tsx';
import { readNumber } from '../profiles/form.ts';

interface NumberSettingProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number | null;
  /** What it may be; its messages are problem codes. `null` is what an empty field means. */
  readonly schema: v.GenericSchema<number | null>;
  readonly onChange: (value: number | null) => void;
}

/** A number that holds as soon as the field is left, or Enter pressed; until it is one, the old one holds. */
export function NumberSetting({ label, hint, value, schema, onChange }: NumberSettingProps) {
  const kept = value === null ? '' : String(value);
  // `null`: nothing is typed that does not hold.
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  function commit(): void {
    if (typed === null) return;
    const read = v.safeParse(schema, typed.trim() === '' ? null : readNumber(typed));
    if (!read.success) {
      const code = read.issues[0].message;
      setError(problemSentence(isProblemCode(code) ? { code } : { code: 'value-unknown' }));
      return;
    }
    setTyped(null);
    setError(null);
    if (read.output !== value) onChange(read.output);
  }

  return (
    <TextField
      label={label}
      hint={hint}
      errors={error === null ? [] : [error]}
      inputMode="numeric"
      mono
      value={typed ?? kept}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={commit}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && commit()}
    />
  );
}
