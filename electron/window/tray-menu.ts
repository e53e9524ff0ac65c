import type { MenuItemConstructorOptions } from 'electron';
import { isFewLines } from '../../shared/model/one-time.ts';
import type { ProfileSummary } from '../../shared/model/profile.ts';
import { type AskedAction, isOver, type RunState } from '../../shared/model/run.ts';
import type { Language } from '../../shared/text/en.ts';
import { fill } from '../../shared/text/sentence.ts';
import { short } from '../../shared/text/short.ts';
import { inRanges } from './tray-ranges.ts';

/** What a click in the tray's menu asks for. */
export type TrayAction =
  | { readonly do: 'run'; readonly profileId: string; readonly action: AskedAction }
  | { readonly do: 'cancel'; readonly runIds: readonly string[] }
  | { readonly do: 'open' | 'unlock' | 'quick-pick' | 'settings' | 'quit' };

/** What the menu is drawn from. */
export interface TrayState {
  readonly profiles: readonly ProfileSummary[];
  readonly runs: readonly RunState[];
  /** The profile that was last knocked on; `null`: none yet. */
  readonly lastUsed: string | null;
  /** The sequences are sealed, and nobody can knock before they are unlocked. */
  readonly locked: boolean;
}

type Item = MenuItemConstructorOptions;

/** More entries than this are split: a menu that is taller than the screen has to be scrolled. */
const AT_ONCE = 20;
/** Characters of a name: a menu is as wide as its longest line. */
const NAME_LENGTH = 50;
/** More servers than this are left to the quick pick: every entry is built anew with every change. */
const MAX_PROFILES = 1000;
const RUNNING_SHOWN = 5;
const LINE: Item = { type: 'separator' };

/** The tray's menu; pure. `act` is called by clicks. */
export function trayMenu(state: TrayState, text: Language, act: (action: TrayAction) => void): readonly Item[] {
  const menu = new MenuWriter(state, text, act);
  return separated([menu.unlock(), menu.running(), menu.lastUsed(), menu.servers(), menu.app(), menu.quit()]);
}

/** A name in a menu: `&` would underline the next letter, line breaks and tabs would break the entry. */
export function menuName(name: string): string {
  return escaped(short(name, NAME_LENGTH));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&&');
}

function separated(groups: readonly (readonly Item[])[]): readonly Item[] {
  return groups.filter(({ length }) => length > 0).flatMap((group, at) => (at === 0 ? group : [LINE, ...group]));
}

class MenuWriter {
  readonly #state: TrayState;
  readonly #text: Language['desktop'];
  readonly #act: (action: TrayAction) => void;
  readonly #going: ReadonlyMap<string, RunState>;

  constructor(state: TrayState, { desktop }: Language, act: (action: TrayAction) => void) {
    this.#state = state;
    this.#text = desktop;
    this.#act = act;
    this.#going = new Map(state.runs.filter((run) => !isOver(run)).map((run) => [run.profileId, run]));
  }

  unlock(): readonly Item[] {
    return this.#state.locked ? [this.#item(this.#text.tray.unlock, { do: 'unlock' })] : [];
  }

  /** What is going on, and how to end it. */
  running(): readonly Item[] {
    const { tray } = this.#text;
    const going = this.#state.profiles.flatMap((profile) => {
      const run = this.#going.get(profile.id);
      return run === undefined ? [] : [{ profile, run }];
    });
    const items = going.slice(0, RUNNING_SHOWN).map(({ profile, run }) => ({
      label: escaped(fill(tray.running, { name: short(profile.name, NAME_LENGTH), phase: this.#phase(run) })),
      submenu: [this.#cancel(tray.cancel, [run])],
    }));
    const all = this.#cancel(
      tray.cancelAll,
      going.map(({ run }) => run),
    );
    return going.length > 1 ? [...items, all] : items;
  }

  /** One click, and you are at the prompt again. */
  lastUsed(): readonly Item[] {
    const { profiles, lastUsed, locked } = this.#state;
    const profile = profiles.find(({ id }) => id === lastUsed);
    if (profile === undefined || locked || this.#going.has(profile.id)) return [];
    const [action = 'knock'] = actionsOf(profile);
    const label = fill(this.#text.tray.again, {
      action: this.#text.tray[action],
      name: short(profile.name, NAME_LENGTH),
    });
    return [this.#item(escaped(label), { do: 'run', profileId: profile.id, action })];
  }

  /** Favourites, then tags, then those that are neither. */
  servers(): readonly Item[] {
    const profiles = this.#state.profiles.slice(0, MAX_PROFILES);
    const left = this.#state.profiles.length - profiles.length;
    if (profiles.length === 0) return [{ label: this.#text.tray.none, enabled: false }];
    const favourites = profiles.filter(({ favourite }) => favourite);
    const others = profiles.filter(({ favourite, tags }) => !favourite && tags.length === 0);
    const more = { label: fill(this.#text.tray.more, { count: left }), enabled: false };
    return separated([
      this.#split(favourites),
      byTag(profiles).map(({ tag, tagged }) => ({ label: menuName(tag), submenu: this.#split(tagged) })),
      this.#split(others),
      left > 0 ? [more] : [],
    ]);
  }

  app(): readonly Item[] {
    const { tray } = this.#text;
    return [
      this.#item(tray.open, { do: 'open' }),
      this.#item(tray.quickPick, { do: 'quick-pick' }),
      this.#item(tray.settings, { do: 'settings' }),
    ];
  }

  quit(): readonly Item[] {
    return [this.#item(this.#text.tray.quit, { do: 'quit' })];
  }

  #split(profiles: readonly ProfileSummary[]): Item[] {
    return inRanges(profiles, AT_ONCE).map((entry) =>
      entry.kind === 'one'
        ? this.#server(entry.profile)
        : {
            label: escaped(fill(this.#text.tray.range, { first: entry.first, last: entry.last })),
            submenu: this.#split(entry.profiles),
          },
    );
  }

  #server(profile: ProfileSummary): Item {
    const run = this.#going.get(profile.id);
    const submenu =
      run === undefined
        ? actionsOf(profile).map((action) => ({
            ...this.#item(this.#text.tray[action], { do: 'run', profileId: profile.id, action }),
            enabled: !this.#state.locked,
          }))
        : [{ label: escaped(this.#phase(run)), enabled: false }, this.#cancel(this.#text.tray.cancel, [run])];
    return { label: menuName(profile.name), submenu: [...this.#fewLines(profile), ...submenu] };
  }

  /** Said where the person clicks, and only then: knockd crashes when the list ends. */
  #fewLines({ lines }: ProfileSummary): readonly Item[] {
    const { left, total } = lines ?? { left: 0, total: 0 };
    return isFewLines(lines) ? [{ label: fill(this.#text.tray.fewLines, { left, total }), enabled: false }] : [];
  }

  #phase({ phase: { phase } }: RunState): string {
    return phase === 'done' ? this.#text.phase.starting : this.#text.phase[phase];
  }

  #cancel(label: string, runs: readonly RunState[]): Item {
    return this.#item(label, { do: 'cancel', runIds: runs.map(({ runId }) => runId) });
  }

  #item(label: string, action: TrayAction): Item {
    return { label, click: () => this.#act(action) };
  }
}

/** What can be done with a profile; the first is what it is mostly for. */
function actionsOf(profile: ProfileSummary): readonly AskedAction[] {
  const connect = profile.client === 'none' ? [] : (['connect'] as const);
  const close = profile.canClose ? (['close'] as const) : [];
  return [...connect, 'knock', ...close];
}

/** Upper and lower case are alike in tags; the first spelling is shown, in the alphabet's order. */
function byTag(profiles: readonly ProfileSummary[]) {
  const groups = new Map<string, { readonly tag: string; readonly tagged: ProfileSummary[] }>();
  for (const profile of profiles) {
    for (const tag of profile.tags) {
      const key = tag.toLocaleLowerCase();
      const group = groups.get(key) ?? { tag, tagged: [] };
      group.tagged.push(profile);
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort((a, b) => a.tag.localeCompare(b.tag));
}
