import { type ReactNode, useId } from 'react';
import styles from './settings-page.module.css';

/** A group of settings under its heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <h3 id={id} className={styles['heading']}>
        {title}
      </h3>
      <div className={styles['card']}>{children}</div>
    </section>
  );
}
