import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  /** The heading; a page that draws its own has none here. */
  readonly title?: string;
  /** Beside the heading. */
  readonly actions?: ReactNode;
  /** For text and forms, whose lines are better short. */
  readonly narrow?: boolean;
  /** More room between the parts, where each is a group of its own. */
  readonly loose?: boolean;
  readonly children: ReactNode;
}

/** What fills the right-hand pane: a column that scrolls, under its heading. */
export function Page({ title, actions, narrow, loose, children }: PageProps) {
  const heading = title !== undefined && <h2 className={styles['title']}>{title}</h2>;
  return (
    <div className={styles['scroll']}>
      <div className={styles['column']} data-narrow={narrow || undefined} data-loose={loose || undefined}>
        {actions === undefined ? (
          heading
        ) : (
          <header className={styles['heading']}>
            {heading}
            {actions}
          </header>
        )}
        {children}
      </div>
    </div>
  );
}
