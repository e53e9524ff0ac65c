import type { ComponentPropsWithRef } from 'react';
import styles from './button.module.css';

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className' | 'type'> {
  /** `primary` once per screen; `quiet` for what is rarely wanted; `icon` needs an `aria-label`. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'icon';
  readonly large?: boolean;
  readonly type?: 'button' | 'submit';
}

/** The one button of the window. */
export function Button({ look = 'plain', large = false, type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={styles['button']} data-look={look} data-large={large || undefined} />;
}
