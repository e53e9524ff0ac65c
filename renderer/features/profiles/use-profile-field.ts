import { type UseFormRegisterReturn, useFormContext, useWatch } from 'react-hook-form';
import { fieldErrors, PARSED_FIELDS } from './field-errors.ts';
import type { FieldName, FormOutput, FormValues } from './form.ts';

/** Registers a field of the editor, with the sentences about what is wrong with it. */
export function useProfileField<N extends FieldName>(
  name: N,
): UseFormRegisterReturn<N> & { readonly errors: readonly string[] } {
  const { register, control, formState } = useFormContext<FormValues, unknown, FormOutput>();
  const [sequence, closeSequence, options, command, user, identityFile] = useWatch({ control, name: PARSED_FIELDS });
  const values = { sequence, closeSequence, options, command, user, identityFile };
  return { ...register(name), errors: fieldErrors(formState.errors, name, values) };
}
