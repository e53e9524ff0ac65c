import { useFormContext, useWatch } from 'react-hook-form';
import { type KnockingTime, knockingTime } from '../../../shared/model/knocking-time.ts';
import { parseSequence } from '../../../shared/model/sequence.ts';
import { type FormValues, readNumber } from './form.ts';

/** How long the knocking takes that the form says; `null` while that cannot be said. */
export function useKnockingTime(): KnockingTime | null {
  const { control } = useFormContext<FormValues>();
  const [sequence, gap, timeout, mode] = useWatch({
    control,
    name: ['sequence', 'gapMs', 'seqTimeoutS', 'connectMode'],
  });
  const steps = parseSequence(sequence);
  const seconds = timeout.trim() === '' ? null : readNumber(timeout);
  return steps.ok && !Number.isNaN(seconds) ? knockingTime(steps.value, readNumber(gap), seconds, mode) : null;
}
