import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import styles from './field.module.css';

export interface FieldFrameProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong, in one sentence per problem; none when all is well. */
  readonly errors?: readonly string[];
}

/** What an input, select or switch needs so that its label, hint and errors are read with it. */
interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps extends FieldFrameProps {
  readonly children: (props: Described) => ReactNode;
}

/** Label above, control, then the hint or (in its place) what is wrong. */
export function Field({ label, hint, errors = [], children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const invalid = errors.length > 0;
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': invalid || hint !== undefined ? noteId : undefined,
        'aria-invalid': invalid || undefined,
      })}
      {invalid ? (
        <div id={noteId} className={styles['error']}>
          {errors.map((error) => (
            <p key={error}>{error}</p>
          ))}
        </div>
      ) : (
        hint !== undefined && (
          <div id={noteId} className={styles['hint']}>
            {hint}
          </div>
        )
      )}
    </div>
  );
}

interface TextFieldProps extends FieldFrameProps, Omit<ComponentPropsWithRef<'input'>, 'className' | 'id'> {
  readonly mono?: boolean;
  /** Draws dots in place of the text. Not type=password, which would wake the password managers. */
  readonly masked?: boolean;
  readonly after?: ReactNode;
  /** Under the row, above the hint. */
  readonly below?: ReactNode;
}

export function TextField({ label, hint, errors, mono, masked, after, below, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} {...(errors !== undefined && { errors })}>
      {(described) => (
        <>
          <div className={styles['row']}>
            <input
              autoComplete="off"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              type="text"
              {...input}
              {...described}
              className={styles['input']}
              data-mono={mono || undefined}
              data-masked={masked || undefined}
            />
            {after}
          </div>
          {below}
        </>
      )}
    </Field>
  );
}

interface SelectFieldProps extends FieldFrameProps, Omit<ComponentPropsWithRef<'select'>, 'className' | 'id'> {
  /** `disabled`: shown, and why it cannot be chosen is in its label. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
}

/** The system's own list: every platform's keys and screen readers know it. */
export function SelectField({ label, hint, errors, options, ...select }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} {...(errors !== undefined && { errors })}>
      {(described) => (
        <select {...select} {...described} className={styles['select']}>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
