import { describe, expect, it, vi } from 'vitest';
import { dockMenu, jumpList, jumpProfiles } from '../../../electron/system/jump-list.ts';
import { launchRequest } from '../../../electron/system/launch-request.ts';
import { summarise } from '../../../shared/model/profile.ts';
import { en } from '../../../shared/text/en.ts';
import { aProfile } from '../../fakes/profiles.ts';

vi.mock('electron', () => ({ app: {}, Menu: {} }));

const names = ['Web" --connect=evil', 'R&D', 'NAS'];
const profiles = names.map((name, at) => summarise(aProfile({ id: `p${at}`, name, favourite: at === 2 })));
const program = { file: 'C:\\Program Files\\Toctoc\\Toctoc.exe', args: ['--user-data-dir=C:\\My Data'] };
const facts = { profiles, lastUsed: 'p1', program };

describe('the jump list', () => {
  it('has the last used server first, then favourites, eight at most', () => {
    expect(jumpProfiles(facts).map(({ id }) => id)).toEqual(['p1', 'p2', 'p0']);
    const many = Array.from({ length: 30 }, (_, at) => summarise(aProfile({ id: `m${at}` })));
    expect(jumpProfiles({ profiles: many, lastUsed: 'm20' }).map(({ id }) => id)[0]).toBe('m20');
    expect(jumpProfiles({ profiles: many, lastUsed: null })).toHaveLength(8);
  });

  it('starts the app by the profile’s id, never by its name', () => {
    const [servers, tasks] = jumpList(facts, en);
    expect(servers).toMatchObject({ type: 'custom', name: 'Knock and connect' });
    const args = servers?.items?.map((item) => item.args);
    expect(args).toEqual(['p1', 'p2', 'p0'].map((id) => `"--user-data-dir=C:\\My Data" --connect=${id}`));
    expect(tasks?.items?.map(({ title, args: words }) => [title, words])).toEqual([
      ['Quick pick', '"--user-data-dir=C:\\My Data" --quick-pick'],
    ]);
    expect(launchRequest(['Toctoc.exe', '--connect=p1'], {})).toMatchObject({ kind: 'connect', profileId: 'p1' });
  });

  it('is empty where no path to the app lasts', () => {
    expect(jumpList({ ...facts, program: null }, en)).toEqual([]);
    expect(jumpList({ ...facts, profiles: [] }, en).map(({ type }) => type)).toEqual(['tasks']);
  });
});

it('the dock’s menu has the same servers, and their names are names', () => {
  const connect = vi.fn();
  const quickPick = vi.fn();
  const menu = dockMenu(facts, en, { connect, quickPick });
  expect(menu.map(({ label, type }) => label ?? type)).toEqual(['R&&D', 'NAS', names[0], 'separator', 'Quick pick']);
  for (const { click } of menu) if (click !== undefined) Reflect.apply(click, undefined, []);
  expect(connect.mock.calls).toEqual([['p1'], ['p2'], ['p0']]);
  expect(quickPick).toHaveBeenCalledOnce();
});
