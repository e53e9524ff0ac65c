import { useEffect, useState } from 'react';
import type { Help } from '../../../shared/text/help/blocks.ts';
import { helpTexts } from '../../../shared/text/help/languages.ts';
import type { LanguageCode } from '../../../shared/text/languages.ts';
import { useLanguage } from '../../i18n.ts';

/** The help in the page's language; `null` until it is loaded. */
export function useHelp(): Help | null {
  const language = useLanguage();
  const [loaded, setLoaded] = useState<{ readonly language: LanguageCode; readonly help: Help } | null>(null);
  useEffect(() => {
    let wanted = true;
    void helpTexts[language]().then((help) => wanted && setLoaded({ language, help }));
    return () => {
      wanted = false;
    };
  }, [language]);
  return loaded?.language === language ? loaded.help : null;
}
