import { type UseFormRegisterReturn, useFormContext, useWatch } from 'react-hook-form';
import { afterPress } from '../../ui/after-press.ts';
import { fieldErrors, PARSED_FIELDS } from './field-errors.ts';
import type { FieldName, FormOutput, FormValues } from './form.ts';

/**
 * Registers a field of the editor, with the sentences about what is wrong with it. A field that was changed is looked at
 * when it is left, and from then on with every letter; one that was only passed through is not complained of.
 */
export function useProfileField<N extends FieldName>(
  name: N,
): UseFormRegisterReturn<N> & { readonly errors: readonly string[] } {
  const { register, control, formState, getFieldState, trigger } = useFormContext<FormValues, unknown, FormOutput>();
  const [sequence, closeSequence, options, command, user, identityFile] = useWatch({ control, name: PARSED_FIELDS });
  const values = { sequence, closeSequence, options, command, user, identityFile };
  // Read while drawing: the form tells only of what somebody reads.
  const { errors, dirtyFields, isSubmitted } = formState;
  const registered = register(name, {
    onBlur: () => {
      if (name in dirtyFields) afterPress(() => void trigger(name));
    },
    onChange: () => {
      if (!isSubmitted && getFieldState(name).invalid) void trigger(name);
    },
  });
  return { ...registered, errors: fieldErrors(errors, name, values) };
}
