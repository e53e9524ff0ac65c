import { type ComponentPropsWithRef, useId } from 'react';
import styles from './field.module.css';

interface TextAreaFieldProps extends Omit<ComponentPropsWithRef<'textarea'>, 'className' | 'id'> {
  readonly label: string;
  readonly hint?: string;
}

/** Text of several lines, such as a file that is pasted. */
export function TextAreaField({ label, hint, ...rest }: TextAreaFieldProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <textarea
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...rest}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-note`}
        className={styles['area']}
      />
      {hint !== undefined && (
        <div id={`${id}-note`} className={styles['hint']}>
          {hint}
        </div>
      )}
    </div>
  );
}
