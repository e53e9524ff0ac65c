import { app, type JumpListCategory, type JumpListItem, Menu, type MenuItemConstructorOptions } from 'electron';
import type { ProfileSummary } from '../../shared/model/profile.ts';
import type { Language } from '../../shared/text/en.ts';
import { short } from '../../shared/text/short.ts';
import { connectWord, QUICK_PICK_WORD } from './launch-request.ts';

/** Windows shows about ten entries; the rest is in the quick pick. */
const MOST = 8;

/** What both lists are drawn from. */
export interface JumpFacts {
  readonly profiles: readonly ProfileSummary[];
  readonly lastUsed: string | null;
  /** How to start this copy; `null`: no path to it lasts (a portable build), so there is no list. */
  readonly program: { readonly file: string; readonly args: readonly string[] } | null;
}

/** The last used one, then favourites, then as the list has them. */
export function jumpProfiles({ profiles, lastUsed }: Pick<JumpFacts, 'profiles' | 'lastUsed'>) {
  const rank = ({ id, favourite }: ProfileSummary) => (id === lastUsed ? 0 : favourite ? 1 : 2);
  return profiles.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST);
}

/**
 * The jump list of Windows: a click knocks and connects. An entry's arguments are one string there, in which a name
 * could end the quotes; so it carries the profile's id, and that id has nothing to quote.
 */
export function jumpList(facts: JumpFacts, { desktop }: Language): JumpListCategory[] {
  const { program } = facts;
  if (program === null) return [];
  const item = (title: string, word: string): JumpListItem => ({
    type: 'task',
    title,
    program: program.file,
    args: [...program.args.map((arg) => `"${arg}"`), word].join(' '),
    iconPath: program.file,
    iconIndex: 0,
  });
  const servers = jumpProfiles(facts).map(({ id, name }) => item(short(name, 60), connectWord(id)));
  return [
    ...(servers.length > 0 ? [{ type: 'custom' as const, name: desktop.tray.connect, items: servers }] : []),
    { type: 'tasks', items: [item(desktop.tray.quickPick, QUICK_PICK_WORD)] },
  ];
}

/** The menu of macOS' dock icon: the same servers. */
export function dockMenu(
  facts: Omit<JumpFacts, 'program'>,
  { desktop }: Language,
  act: { readonly connect: (profileId: string) => void; readonly quickPick: () => void },
): MenuItemConstructorOptions[] {
  const servers = jumpProfiles(facts).map(({ id, name }) => ({
    label: short(name, 60).replaceAll('&', '&&'),
    click: () => act.connect(id),
  }));
  const line: MenuItemConstructorOptions[] = servers.length > 0 ? [{ type: 'separator' }] : [];
  return [...servers, ...line, { label: desktop.tray.quickPick, click: () => act.quickPick() }];
}

/** Hands the list to the system: Windows' or macOS'; Linux has its desktop actions, which do not change. */
export function applyJumpList(facts: JumpFacts, text: Language, act: Parameters<typeof dockMenu>[2]): void {
  if (process.platform === 'win32') app.setJumpList(jumpList(facts, text));
  if (process.platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate(dockMenu(facts, text, act)));
}
