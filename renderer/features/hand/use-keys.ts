import { useTranslation } from 'react-i18next';
import { keysText } from '../../../shared/model/shortcuts.ts';
import { useAppState } from '../../state/store-context.tsx';

/** Writes keys as they are called on this system and in this language. */
export function useKeys(): (keys: string) => string {
  const { t } = useTranslation();
  const mac = useAppState((state) => state.platform === 'macos');
  const names = { Shift: t('hand.shift'), Enter: t('list.enterKey'), Esc: t('hand.escape') };
  return (keys) => keysText(keys, mac, names);
}
