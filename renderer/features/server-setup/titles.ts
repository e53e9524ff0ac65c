import type { TFunction } from 'i18next';
import { en } from '../../../shared/text/en.ts';

type TitledBlock = keyof typeof en.ui.serverSetup.block;

function isTitled(id: string): id is TitledBlock {
  return Object.hasOwn(en.ui.serverSetup.block, id);
}

/** What a block of commands does. */
export function blockTitle(t: TFunction<'ui'>, id: string): string {
  return isTitled(id) ? t(`serverSetup.block.${id}`) : id;
}
