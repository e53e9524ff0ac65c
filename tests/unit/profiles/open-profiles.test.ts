import { describe, expect, it } from 'vitest';
import { type DataFile, openProfiles } from '../../../electron/profiles/open-profiles.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { fileText, oldFileText, stored } from './stored.ts';

const PATH = '/home/ann/profiles.json';
const seed = [stored(aProfile({ id: 'practice', name: 'Practice server' }))];
const web = stored(aProfile());
const bad = { ...web, profile: { ...web.profile, host: '-x' } };

/** A file with this content (`null`: none), and what was done to it. */
function dataFile(content: string | null | Error, aside: string | Error = '/home/ann/aside.json') {
  const done: string[] = [];
  const data: DataFile = {
    path: PATH,
    backups: { list: () => [], restore: () => {}, drop: (head) => done.push(`drop but ${head}`) },
    read: () => {
      if (content instanceof Error) throw content;
      return content;
    },
    isChanged: () => false,
    alone: (work) => work(),
    replace: () => null,
    setAside: (why, how) => {
      if (aside instanceof Error) throw aside;
      done.push(`${how} ${why}`);
      return aside;
    },
  };
  return { data, done };
}

describe('at start', () => {
  it('a new person gets the seed', () => {
    const { data, done } = dataFile(null);
    expect(openProfiles(data, seed)).toEqual({
      file: { version: 2, vault: null, profiles: seed, deleted: [] },
      notices: [],
      firstRun: true,
      writable: true,
    });
    expect(done).toEqual([]);
  });

  it('a good file is taken as it is, an empty list too', () => {
    const { data, done } = dataFile(fileText([web]));
    expect(openProfiles(data, seed)).toMatchObject({
      file: { profiles: [web] },
      notices: [],
      firstRun: false,
      writable: true,
    });
    expect(openProfiles(dataFile(fileText([])).data, seed)).toMatchObject({ file: { profiles: [] }, firstRun: false });
    expect(done).toEqual([]);
  });

  it.each<readonly [what: string, content: string | Error, how: string, code: string]>([
    ['damaged', '{"version":1,"pro', 'move damaged', 'file-damaged'],
    ['empty', '', 'move damaged', 'file-damaged'],
    ['unreadable', new Error('EACCES'), 'move damaged', 'file-damaged'],
    ['newer', fileText([web], [], 3), 'move newer', 'file-newer'],
  ])('a file that is %s is set aside before anything is written', (_what, content, how, code) => {
    const { data, done } = dataFile(content);
    expect(openProfiles(data, seed)).toEqual({
      file: { version: 2, vault: null, profiles: [], deleted: [] },
      notices: [{ id: `${code}-0`, problem: { code, params: { file: '/home/ann/aside.json' } } }],
      firstRun: false,
      writable: true,
    });
    expect(done).toEqual([how]);
  });

  it('a bad entry leaves a copy of the file, a notice of its own, and the other profiles', () => {
    const { data, done } = dataFile(fileText([bad, web, bad, null]));
    const { file, notices, writable } = openProfiles(data, seed);
    expect([file.profiles, writable, done]).toEqual([[web], true, ['copy damaged']]);
    expect(notices.map(({ problem }) => [problem.code, problem.params?.['name']])).toEqual([
      ['profile-damaged', 'Web server'],
      ['profile-damaged', 'Web server'],
      ['profile-damaged', '#4'],
    ]);
    expect(new Set(notices.map(({ id }) => id)).size).toBe(3);
  });
});

describe('an older file', () => {
  it('is taken over as it is', () => {
    const { data, done } = dataFile(oldFileText([aProfile()]));
    expect(openProfiles(data, seed)).toMatchObject({
      file: { vault: null, profiles: [web] },
      notices: [],
      writable: true,
    });
    expect(done).toEqual([]);
  });
});

describe('a sealed file', () => {
  it('takes away the copies that are not sealed with it: a crash may have left them', () => {
    const vault = '{"mode":"readable"}';
    const { data, done } = dataFile(fileText([web]).replace('null', vault));
    openProfiles(data, seed);
    expect(done).toEqual([`drop but {"version":2,"vault":${vault}`]);
  });
});

describe('where the file cannot be set aside', () => {
  it.each([
    ['damaged', 'no json', []],
    ['newer', fileText([web], [], 3), []],
    ['with a bad entry', fileText([web, null]), [web]],
  ])('nothing may be written over it: %s', (_what, content, profiles) => {
    const { data } = dataFile(content, new Error('EROFS: read-only file system'));
    expect(openProfiles(data, seed)).toEqual({
      file: { version: 2, vault: null, profiles, deleted: [] },
      notices: [
        {
          id: 'file-unwritable-0',
          problem: { code: 'file-unwritable', params: { file: PATH, reason: 'Error: EROFS: read-only file system' } },
        },
      ],
      firstRun: false,
      writable: false,
    });
  });
});
