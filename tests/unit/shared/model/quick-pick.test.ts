import { describe, expect, it } from 'vitest';
import { summarise } from '../../../../shared/model/profile.ts';
import { ranked } from '../../../../shared/model/quick-pick.ts';
import { aProfile, aRun } from '../../../fakes/profiles.ts';

const make = (id: string, name: string, differs = {}) =>
  summarise(aProfile({ id, name, host: `${id}.lab`, ...differs }));
const profiles = [
  make('db', 'Database'),
  make('web', 'Web server', { tags: ['prod'] }),
  make('old', 'Old web', { favourite: true }),
  make('cobweb', 'Cobweb'),
  make('cafe', 'Café Zürich'),
];
const ids = (query: string, runs = [] as Parameters<typeof ranked>[1]) =>
  ranked(profiles, runs, query).map(({ id }) => id);

describe('what fits', () => {
  it.each([
    ['web', ['web', 'old', 'cobweb']],
    ['WEB serv', ['web']],
    ['serv web', ['web']],
    ['wbs', ['web']],
    ['prod', ['web']],
    ['cafe zur', ['cafe']],
    ['db.lab', ['db']],
    ['.*', []],
    ['web nothing', []],
    ['[(', []],
  ])('“%s” is %j', (query, expected) => expect(ids(query)).toEqual(expected));

  it('is everything for nothing: last used, favourites, then the list’s order', () => {
    const runs = [aRun({ phase: 'checking' }, { profileId: 'cobweb', startedAt: 5 })];
    expect(ids('  ', runs)).toEqual(['cobweb', 'old', 'db', 'web', 'cafe']);
  });

  it('is no more than can be read', () => {
    const many = Array.from({ length: 500 }, (_, at) => make(`m${at}`, `Server ${at}`));
    expect(ranked(many, [], '')).toHaveLength(50);
  });
});
