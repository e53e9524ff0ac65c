import { useEffect } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useAppState } from '../../state/store-context.tsx';
import type { FormOutput, FormValues } from './form.ts';

/** A run may move the profile's one-time list on while the editor is open: what is saved then must not move it back. */
export function useFollowedList(id: string | null, form: UseFormReturn<FormValues, unknown, FormOutput>): void {
  const lines = useAppState((state) => state.profiles.find((profile) => profile.id === id)?.lines ?? null);
  const { getValues, resetField, getFieldState } = form;
  useEffect(() => {
    const list = getValues('oneTime');
    if (list === null || lines === null || lines.total !== list.sequences.length) return;
    const position = lines.total - lines.left;
    if (position === list.position || getFieldState('oneTime').isDirty) return;
    resetField('oneTime', { defaultValue: { ...list, position } });
  }, [lines, getValues, resetField, getFieldState]);
}
