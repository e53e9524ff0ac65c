import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { ACTION_IDS, type ActionId } from '../../../shared/model/shortcuts.ts';
import type { HelpPageId } from '../../../shared/text/help/pages.ts';
import { spokenTexts } from '../../i18n.ts';
import { useAppState } from '../../state/store-context.tsx';
import { searchHelp } from '../help/search.ts';
import { useHelp } from '../help/use-help.ts';
import { fold } from '../profiles/list-filter.ts';
import type { Actions } from './use-shortcuts.ts';

/** More than this nobody reads: another letter finds it sooner. */
const SHOWN = 50;

/** A line of the palette. */
export type Found =
  | { readonly kind: 'profile'; readonly id: string; readonly profile: ProfileSummary }
  | { readonly kind: 'action'; readonly id: ActionId }
  | { readonly kind: 'help'; readonly id: HelpPageId };

/** What a query finds: profiles, then actions, then pages of the help. Without a query the help stays out of the way. */
export function useFound(query: string, actions: Actions): readonly Found[] {
  const { t } = useTranslation();
  const profiles = useAppState((state) => state.profiles);
  const help = useHelp();
  const wanted = fold(query.trim());
  const named = useMemo(
    () => profiles.map((profile) => ({ profile, text: fold(`${profile.name}\n${profile.host}`) })),
    [profiles],
  );
  const pages = useMemo(() => (wanted === '' ? [] : searchHelp(wanted, spokenTexts(), help)), [wanted, help]);
  const matching: readonly Found[] = named
    .filter(({ text }) => text.includes(wanted))
    // What begins so is meant before what merely contains it.
    .sort((a, b) => Number(b.text.startsWith(wanted)) - Number(a.text.startsWith(wanted)))
    .slice(0, SHOWN)
    .map(({ profile }) => ({ kind: 'profile', id: profile.id, profile }));
  const acting: readonly Found[] = ACTION_IDS.filter(
    (id) => id !== 'open' && actions[id] !== null && fold(t(`hand.${id}`)).includes(wanted),
  ).map((id) => ({ kind: 'action', id }));
  const helping: readonly Found[] = pages.map((id) => ({ kind: 'help', id }));
  return [...matching, ...acting, ...helping];
}
