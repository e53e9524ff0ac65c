import { Switch } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';
import styles from './switch-field.module.css';

interface SwitchFieldProps {
  readonly label: string;
  readonly hint: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function SwitchField({ label, hint, checked, onChange }: SwitchFieldProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <Switch.Root
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        checked={checked}
        onCheckedChange={onChange}
        className={styles['track']}
      >
        <Switch.Thumb className={styles['thumb']} />
      </Switch.Root>
      <div>
        <div id={`${id}-label`} className={styles['label']}>
          {label}
        </div>
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      </div>
    </div>
  );
}
