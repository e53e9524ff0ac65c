import { CircleQuestionMark } from 'lucide-react';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpPageId } from '../../../shared/text/help/pages.ts';
import styles from './help-link.module.css';

/** Opens the help on a page; `null`: this window has none. */
export const HelpContext = createContext<((page: HelpPageId) => void) | null>(null);

interface HelpLinkProps {
  readonly page: HelpPageId;
  /** Before the help opens: for what lies over it. */
  readonly onGo?: () => void;
}

/** A quiet way to the page that helps here. */
export function HelpLink({ page, onGo }: HelpLinkProps) {
  const { t } = useTranslation();
  const open = useContext(HelpContext);
  if (open === null) return null;
  return (
    <button
      type="button"
      aria-label={t('help.moreOf', { page: t(`help.pages.${page}`) })}
      title={t(`help.pages.${page}`)}
      onClick={() => {
        onGo?.();
        open(page);
      }}
      className={styles['link']}
    >
      <CircleQuestionMark size={14} aria-hidden />
      {t('help.more')}
    </button>
  );
}
