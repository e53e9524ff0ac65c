import { Dices, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { KNOCKS, randomSequence, sequenceBits } from '../../../shared/model/random-sequence.ts';
import { formatSequence, knocksOf } from '../../../shared/model/sequence.ts';
import { randomWords } from '../../random-words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { type FormValues, parseOptionalSequence, readNumber } from './form.ts';
import { pastedSequence } from './pasted.ts';
import { useProfileField } from './use-profile-field.ts';

interface SequenceFieldProps {
  readonly name: 'sequence' | 'closeSequence';
  readonly label: string;
  readonly hint: string;
  readonly shownAtFirst: boolean;
}

/** A sequence as text. It is a secret: dots until asked for, except while it is first typed. */
export function SequenceField({ name, label, hint, shownAtFirst }: SequenceFieldProps) {
  const { t } = useTranslation();
  const { control, setValue, getValues, formState } = useFormContext<FormValues>();
  const text = useWatch({ control, name });
  const [shown, setShown] = useState(shownAtFirst || text === '');
  const steps = parseOptionalSequence(text);
  const generateLabel = name === 'sequence' ? t('oneTime.generateSequence') : t('serverSetup.generateClose');
  const [generated, setGenerated] = useState('');

  function generate(): void {
    const { doorPort, sequence, closeSequence } = getValues();
    const other = parseOptionalSequence(name === 'sequence' ? closeSequence : sequence);
    const avoid = [readNumber(doorPort), ...(other.ok ? knocksOf(other.value).map(({ port }) => port) : [])];
    const made = formatSequence(randomSequence(KNOCKS, randomWords, avoid.filter(Number.isInteger)));
    setValue(name, made, { shouldDirty: true, shouldValidate: formState.isSubmitted });
    setGenerated(made);
    setShown(true);
  }

  const count = steps.ok ? knocksOf(steps.value).length : 0;
  return (
    <TextField
      label={label}
      hint={
        count === 0
          ? hint
          : text === generated
            ? t('oneTime.generatedSequence', { knocks: t('knocks', { count }), bits: sequenceBits(count) })
            : t('knocks', { count })
      }
      mono
      masked={!shown}
      {...useProfileField(name)}
      onPaste={(event) => {
        const sequence = pastedSequence(event.clipboardData.getData('text'));
        if (sequence === null) return;
        event.preventDefault();
        setValue(name, sequence, { shouldDirty: true, shouldValidate: true });
      }}
      after={
        <>
          <Button look="icon" aria-label={generateLabel} title={generateLabel} onClick={generate}>
            <Dices size={16} aria-hidden />
          </Button>
          <Button onClick={() => setShown(!shown)}>
            {shown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
            {shown ? t('editor.hide') : t('editor.show')}
            <span className="sr-only"> {label}</span>
          </Button>
        </>
      }
    />
  );
}
