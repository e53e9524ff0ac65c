import type { ComponentPropsWithRef } from 'react';
import styles from './field.module.css';
import { Field, type FieldFrameProps } from './field.tsx';

interface TextAreaFieldProps extends FieldFrameProps, Omit<ComponentPropsWithRef<'textarea'>, 'className' | 'id'> {
  /** For a text that a program reads, such as a file that is pasted. */
  readonly mono?: boolean;
}

/** Text of several lines. */
export function TextAreaField({ label, hint, errors, mono, ...rest }: TextAreaFieldProps) {
  return (
    <Field label={label} hint={hint} {...(errors !== undefined && { errors })}>
      {(described) => (
        <textarea
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          {...rest}
          {...described}
          className={styles['area']}
          data-mono={mono || undefined}
        />
      )}
    </Field>
  );
}
