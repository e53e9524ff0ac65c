import type { ComponentPropsWithRef, KeyboardEvent } from 'react';
import styles from './button.module.css';

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className' | 'type'> {
  /** `primary` once per screen; `quiet` for what is rarely wanted; `icon` needs an `aria-label`. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'icon';
  readonly large?: boolean;
  readonly type?: 'button' | 'submit';
}

/** The one button of the window. A key held down presses it once: what it means may have changed, as from Knock to Cancel. */
export function Button({ look = 'plain', large = false, type = 'button', onKeyDown, ...rest }: ButtonProps) {
  function onKey(event: KeyboardEvent<HTMLButtonElement>): void {
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
    onKeyDown?.(event);
  }

  return (
    <button
      {...rest}
      type={type}
      onKeyDown={onKey}
      className={styles['button']}
      data-look={look}
      data-large={large || undefined}
    />
  );
}
