import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { type TrayAction, type TrayState, trayMenu } from '../../../electron/window/tray-menu.ts';
import { type Profile, summarise } from '../../../shared/model/profile.ts';
import { en, type Language } from '../../../shared/text/en.ts';
import { fr } from '../../../shared/text/fr.ts';
import { aProfile, aRun, steps } from '../../fakes/profiles.ts';

interface Shown {
  readonly label: string;
  readonly enabled: boolean;
  readonly items: readonly Shown[];
  readonly click: () => void;
}

const LINE = '—';

function shown(items: readonly MenuItemConstructorOptions[]): readonly Shown[] {
  return items.map((item) => ({
    label: item.type === 'separator' ? LINE : (item.label ?? ''),
    enabled: item.enabled !== false,
    items: Array.isArray(item.submenu) ? shown(item.submenu) : [],
    click: () => Reflect.apply(item.click ?? (() => {}), undefined, []),
  }));
}

function menu(
  state: Partial<Omit<TrayState, 'profiles'>> & { readonly profiles: readonly Profile[] },
  text: Language = en,
) {
  const actions: TrayAction[] = [];
  const facts = { runs: [], lastUsed: null, locked: false, ...state, profiles: state.profiles.map(summarise) };
  const items = shown(trayMenu(facts, text, (action) => actions.push(action)));
  return { items, labels: items.map(({ label }) => label), actions };
}

function find(items: readonly Shown[], ...path: readonly string[]): Shown {
  const [label, ...rest] = path;
  const item = items.find((one) => one.label === label);
  if (item === undefined) throw new Error(`no ${label} in ${items.map((one) => one.label)}`);
  return rest.length === 0 ? item : find(item.items, ...rest);
}

/** Every server of a menu, however deep. */
function servers(items: readonly Shown[]): readonly string[] {
  return items.flatMap(({ label, items: below }) =>
    below.some((one) => one.label === 'Knock') ? [label] : servers(below),
  );
}

function widest(items: readonly Shown[]): number {
  return Math.max(items.length, ...items.map((item) => widest(item.items)));
}

const END = ['Open Toctoc', 'Quick pick', 'Settings', LINE, 'Quit'];
const none = { ...aProfile().launch, client: 'none' } as const;
const web = aProfile({ closeSequence: [...steps('9000 8000')] });
const nas = aProfile({ id: 'nas', name: 'NAS', favourite: true, launch: none });
const mail = aProfile({ id: 'mail', name: 'Mail', tags: ['prod', 'post'] });

describe('the tray’s menu', () => {
  it('has favourites first, then tags, then the others', () => {
    const db = aProfile({ id: 'db', name: 'DB', tags: ['Prod'], favourite: true });
    const { items, labels } = menu({ profiles: [web, mail, nas, db] });
    expect(labels).toEqual(['NAS', 'DB', LINE, 'post', 'prod', LINE, 'Web server', LINE, ...END]);
    expect(find(items, 'prod').items.map(({ label }) => label)).toEqual(['Mail', 'DB']);
  });

  it('offers what a profile can do, and does it', () => {
    const { items, actions } = menu({ profiles: [web, nas] });
    const offered = (name: string) => find(items, name).items.map(({ label }) => label);
    expect(offered('Web server')).toEqual(['Knock and connect', 'Knock', 'Close door']);
    expect(offered('NAS')).toEqual(['Knock']);
    for (const label of offered('Web server')) find(items, 'Web server', label).click();
    for (const label of ['Open Toctoc', 'Quick pick', 'Settings', 'Quit']) find(items, label).click();
    expect(actions).toEqual([
      ...(['connect', 'knock', 'close'] as const).map((action) => ({ do: 'run', profileId: 'web', action })),
      ...(['open', 'quick-pick', 'settings', 'quit'] as const).map((what) => ({ do: what })),
    ]);
  });

  it('says of a one-time list that it ends, before it has ended, and nothing of a long one', () => {
    const sequences = Array.from({ length: 50 }, (_, at) => [...steps(`${7000 + at} ${8000 + at}`)]);
    const first = (position: number, text?: Language) =>
      find(menu({ profiles: [aProfile({ oneTime: { sequences, position } })] }, text).items, 'Web server').items[0];
    expect(first(44)?.label).toBe('Knock and connect');
    expect(first(45)).toMatchObject({
      label: '5 of 50 one-time lines left: make a new list, knockd crashes on the last',
      enabled: false,
    });
    expect(first(50, fr)).toMatchObject({
      label: fr.desktop.tray.fewLines.replace('{{left}}', '0').replace('{{total}}', '50'),
    });
  });

  it('has the last used one on top, in one click', () => {
    const { items, labels, actions } = menu({ profiles: [web, nas], lastUsed: 'web' });
    expect(labels.slice(0, 2)).toEqual(['Knock and connect: Web server', LINE]);
    items[0]?.click();
    expect(actions).toEqual([{ do: 'run', profileId: 'web', action: 'connect' }]);
    expect(menu({ profiles: [web, nas], lastUsed: 'nas' }).labels[0]).toBe('Knock: NAS');
    expect(menu({ profiles: [nas], lastUsed: 'deleted' }).labels[0]).toBe('NAS');
  });

  it('shows what is going on, and cancels it', () => {
    const runs = [
      aRun({ phase: 'knocking', index: 1, of: 3, flush: false }),
      aRun({ phase: 'checking' }, { runId: 'run-2', profileId: 'nas' }),
      aRun({ phase: 'done', outcome: { result: 'cancelled' } }, { runId: 'run-3', profileId: 'mail' }),
    ];
    const { items, labels, actions } = menu({ profiles: [web, nas, mail], runs, lastUsed: 'web' });
    const going = ['Web server: knocking', 'NAS: checking the door'];
    expect(labels.slice(0, 4)).toEqual([...going, 'Cancel all', LINE]);
    find(items, going[0] ?? '', 'Cancel').click();
    find(items, 'Cancel all').click();
    expect(actions).toEqual([
      { do: 'cancel', runIds: ['run-1'] },
      { do: 'cancel', runIds: ['run-1', 'run-2'] },
    ]);
    // Where the server stands in the menu as well: no second run, but the way to end the first.
    expect(find(items, 'Web server').items.map(({ label, enabled }) => [label, enabled])).toEqual([
      ['knocking', false],
      ['Cancel', true],
    ]);
    expect(labels).not.toContain('Knock and connect: Web server');
  });

  it('says that a session is starting', () => {
    const outcome = { result: 'open', ms: 1, alreadyOpen: false, banner: null, mute: false } as const;
    const runs = [aRun({ phase: 'done', outcome }, { launch: { state: 'starting' } })];
    expect(menu({ profiles: [web], runs }).labels[0]).toBe('Web server: starting the session');
  });

  it('knocks on nothing while the sequences are sealed', () => {
    const { items, labels, actions } = menu({ profiles: [web], lastUsed: 'web', locked: true });
    expect(labels.slice(0, 3)).toEqual(['Unlock…', LINE, 'Web server']);
    expect(find(items, 'Web server').items.map(({ enabled }) => enabled)).toEqual([false, false, false]);
    items[0]?.click();
    expect(actions).toEqual([{ do: 'unlock' }]);
  });

  it('has names that are names: no underlined letter, no second line, no accelerator, no end', () => {
    const names = ['R&D', 'a\tCtrl+Q', 'two\nlines', 'x\u202Egnp.exe', `${'long '.repeat(18)}😀😀😀😀😀`];
    const profiles = names.map((name, at) => aProfile({ id: `p${at}`, name, tags: at === 0 ? ['A&B'] : [] }));
    const { items, labels } = menu({ profiles, lastUsed: 'p0' });
    expect(labels[0]).toBe('Knock and connect: R&&D');
    expect(find(items, 'A&&B', 'R&&D').items).toHaveLength(2);
    expect(labels).toEqual(expect.arrayContaining(['a Ctrl+Q', 'two lines', 'x gnp.exe']));
    expect(labels.every((label) => [...label].length <= 80)).toBe(true);
    expect(JSON.stringify(labels)).not.toMatch(/\\ud[89a-f]/i);
  });

  it('says so where there is no server', () => {
    const { items } = menu({ profiles: [] });
    expect(items[0]).toMatchObject({ label: 'No server yet', enabled: false });
  });

  it('speaks French', () => {
    expect(menu({ profiles: [web], lastUsed: 'web' }, fr).labels[0]).toBe('Frapper et se connecter\u00a0: Web server');
  });

  it.each([500, 1000])('stays usable with %i servers, each of them in reach', (count) => {
    const name = (at: number) => `web-${at}`;
    const profiles = Array.from({ length: count }, (_, at) => aProfile({ id: `p${at}`, name: name(at) }));
    const { items, labels } = menu({ profiles });
    expect(widest(items)).toBeLessThan(30);
    expect(new Set(servers(items)).size).toBe(count);
    expect(labels[0]).toBe(count === 500 ? 'web-0 … web-24' : 'web-0 … web-49');
    const tagged = menu({ profiles: profiles.map((profile) => ({ ...profile, tags: ['all'], favourite: true })) });
    expect(widest(tagged.items)).toBeLessThan(40);
    expect(servers(tagged.items)).toHaveLength(2 * count);
  });

  it('leaves more than a thousand to the quick pick, and says so', () => {
    const profiles = Array.from({ length: 1200 }, (_, at) => aProfile({ id: `p${at}`, name: `web-${at}` }));
    expect(menu({ profiles }).labels).toContain('200 more: use Quick pick');
  });
});
