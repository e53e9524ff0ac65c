import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useAppState } from '../../state/store-context.tsx';
import type { FormOutput, FormValues } from './form.ts';

/** A run may move the profile's one-time list on while the editor is open: what is saved then must not move it back. */
export function useFollowedList(id: string | null, form: UseFormReturn<FormValues, unknown, FormOutput>): void {
  const lines = useAppState((state) => state.profiles.find((profile) => profile.id === id)?.lines ?? null);
  const { getValues, setValue } = form;
  /** Where the list stood when it was last in step; a list that stands elsewhere was moved by hand. */
  const inStep = useRef<number | null>(null);
  useEffect(() => {
    const list = getValues('oneTime');
    if (list === null || lines === null || lines.total !== list.sequences.length) return;
    const position = lines.total - lines.left;
    inStep.current ??= list.position;
    if (position === list.position || list.position !== inStep.current) return;
    inStep.current = position;
    setValue('oneTime', { ...list, position });
  }, [lines, getValues, setValue]);
}
