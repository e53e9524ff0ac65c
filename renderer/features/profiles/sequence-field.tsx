import { Dices, Eye, EyeOff } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { KNOCKS, randomSequence, sequenceBits } from '../../../shared/model/random-sequence.ts';
import { formatSequence, knocksOf } from '../../../shared/model/sequence.ts';
import { problemSentence } from '../../i18n.ts';
import { randomWords } from '../../random-words.ts';
import { afterPress } from '../../ui/after-press.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ChipList } from '../sequence/chip-list.tsx';
import { chipProblems, chipsOf } from '../sequence/chips.ts';
import { pastedSequence } from '../sequence/pasted.ts';
import { useTextHistory } from '../sequence/use-text-history.ts';
import { SHOWN_PROBLEMS } from './field-errors.ts';
import { type FormValues, parseOptionalSequence, readNumber } from './form.ts';
import { useProfileField } from './use-profile-field.ts';

interface SequenceFieldProps {
  readonly name: 'sequence' | 'closeSequence';
  readonly label: string;
  readonly hint: string;
  readonly shownAtFirst: boolean;
}

/**
 * A sequence, twice: as text, which can be typed and pasted, and as chips, which can be dragged and opened. It is a
 * secret: dots until asked for, except while it is first typed.
 */
export function SequenceField({ name, label, hint, shownAtFirst }: SequenceFieldProps) {
  const { t } = useTranslation();
  const { control, setValue, setFocus, formState } = useFormContext<FormValues>();
  const text = useWatch({ control, name });
  const [shown, setShown] = useState(shownAtFirst || text === '');
  const [typing, setTyping] = useState(false);
  const [generated, setGenerated] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const steps = parseOptionalSequence(text);
  const { change, onKeyDown } = useTextHistory(text, (next) =>
    setValue(name, next, { shouldDirty: true, shouldValidate: formState.isSubmitted }),
  );
  const generate = useGenerator(name);
  const field = useProfileField(name);
  const generateLabel = name === 'sequence' ? t('oneTime.generateSequence') : t('serverSetup.generateClose');
  const early = shown ? chipProblems(chipsOf(text), text, typing).map(problemSentence) : [];
  const errors = field.errors.length > 0 ? field.errors : [...new Set(early)].slice(0, SHOWN_PROBLEMS);
  const count = steps.ok ? knocksOf(steps.value).length : 0;

  function onTextKey(event: KeyboardEvent): void {
    onKeyDown(event);
    if (event.key !== 'ArrowDown' || !shown) return;
    const first = frame.current?.querySelector<HTMLElement>('[data-at][tabindex="0"]');
    if (first === null || first === undefined) return;
    event.preventDefault();
    first.focus();
  }

  return (
    <div ref={frame}>
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
        {...field}
        errors={errors}
        onKeyDown={onTextKey}
        onFocus={() => setTyping(true)}
        onBlur={(event) => {
          afterPress(() => setTyping(false));
          void field.onBlur(event);
        }}
        onPaste={(event) => {
          const sequence = pastedSequence(event.clipboardData.getData('text'));
          if (sequence === null) return;
          event.preventDefault();
          change(sequence);
        }}
        after={
          <>
            <Button
              look="icon"
              aria-label={generateLabel}
              title={generateLabel}
              onClick={() => {
                const made = generate();
                change(made);
                setGenerated(made);
                setShown(true);
              }}
            >
              <Dices size={16} aria-hidden />
            </Button>
            <Button onClick={() => setShown(!shown)}>
              {shown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
              {shown ? t('editor.hide') : t('editor.show')}
              <span className="sr-only"> {label}</span>
            </Button>
          </>
        }
        below={
          shown &&
          text !== '' && (
            <ChipList
              label={label}
              text={text}
              onChange={change}
              onLeave={() => setFocus(name)}
              onKeyDown={onKeyDown}
            />
          )
        }
      />
    </div>
  );
}

/** Makes a sequence by chance that has nothing in common with the door or the other sequence. */
function useGenerator(name: SequenceFieldProps['name']): () => string {
  const { getValues } = useFormContext<FormValues>();
  return () => {
    const { doorPort, sequence, closeSequence } = getValues();
    const other = parseOptionalSequence(name === 'sequence' ? closeSequence : sequence);
    const avoid = [readNumber(doorPort), ...(other.ok ? knocksOf(other.value).map(({ port }) => port) : [])];
    return formatSequence(randomSequence(KNOCKS, randomWords, avoid.filter(Number.isInteger)));
  };
}
