import { ArrowLeft, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpPlace } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import styles from './help.module.css';
import { HelpBlock } from './help-block.tsx';
import { HelpContents } from './help-contents.tsx';
import { useHelp } from './use-help.ts';

interface HelpPageProps {
  readonly place: HelpPlace;
  readonly onGo: (place: HelpPlace) => void;
  /** Opens the sheet of keyboard shortcuts. */
  readonly onShortcuts: (() => void) | null;
  readonly onClose: () => void;
}

/** The help, over what is shown: one page, or the table of contents. Its texts are loaded with it. */
export function HelpPage({ place, onGo, onShortcuts, onClose }: HelpPageProps) {
  const { t } = useTranslation();
  const help = useHelp();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page is read from its heading on.
  useEffect(() => heading.current?.focus(), [place]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  }

  const title = (
    <h2 ref={heading} tabIndex={-1} className={styles['title']}>
      {place === 'contents' ? t('help.title') : t(`help.pages.${place}`)}
    </h2>
  );
  return (
    // Escape closes it from wherever the focus is in it; each of its parts has keys of its own.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div className={styles['help']} onKeyDown={onKeyDown}>
      <Page key={place} narrow>
        <header className={styles['bar']}>
          {place === 'contents' ? (
            title
          ) : (
            <Button look="quiet" onClick={() => onGo('contents')}>
              <ArrowLeft size={16} aria-hidden />
              {t('help.contents')}
            </Button>
          )}
          <Button look="icon" aria-label={t('help.close')} title={t('help.close')} onClick={onClose}>
            <X size={18} aria-hidden />
          </Button>
        </header>
        {place !== 'contents' && title}
        {place === 'contents' ? (
          <HelpContents help={help} onGo={onGo} onShortcuts={onShortcuts} />
        ) : (
          help?.[place].map((block) => <HelpBlock key={JSON.stringify(block)} block={block} onGo={onGo} />)
        )}
      </Page>
    </div>
  );
}
