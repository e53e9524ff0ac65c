import { type ReactNode, useId } from 'react';
import type { HelpPageId } from '../../../shared/text/help/pages.ts';
import { aboutPage } from '../help/help-for.ts';
import { HelpLink } from '../help/help-link.tsx';
import styles from './settings-page.module.css';

interface SectionProps {
  readonly title: string;
  /** The page of the help that is about it. */
  readonly help?: HelpPageId;
  readonly children: ReactNode;
}

/** A group of settings under its heading. */
export function Section({ title, help, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} {...aboutPage(help)} className={styles['section']}>
      <div className={styles['head']}>
        <h3 id={id} className={styles['heading']}>
          {title}
        </h3>
        {help !== undefined && <HelpLink page={help} />}
      </div>
      <div className={styles['card']}>{children}</div>
    </section>
  );
}
