import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../electron/profiles/entry.ts';
import { FILE_VERSION, parseProfileFile, profileFileBytes } from '../../../electron/profiles/profile-file.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { aLock } from '../../fakes/vault.ts';
import { fileText, profile, RICH, stored } from './stored.ts';

const web = stored(aProfile());
const nas = stored(aProfile({ id: 'nas', name: 'NAS' }));
const rich = stored(RICH);
const read = (text: string) => {
  const found = parseProfileFile(text);
  if (found.state !== 'read') throw new Error(found.state);
  return {
    names: found.file.profiles.map(({ profile: { name } }) => name),
    dropped: found.dropped,
    deleted: found.file.deleted,
  };
};

describe('a data file', () => {
  it('that is not there is absent', () => {
    expect(parseProfileFile(null)).toEqual({ state: 'absent' });
  });

  it('is read whole', () => {
    expect(parseProfileFile(fileText([rich, web], [{ ...nas, index: 1 }]))).toEqual({
      state: 'read',
      file: { version: FILE_VERSION, vault: null, profiles: [rich, web], deleted: [{ entry: nas, index: 1 }] },
      dropped: [],
    });
  });

  it('may lack what was deleted, and have what is not ours', () => {
    expect(parseProfileFile(JSON.stringify({ version: 2, vault: null, profiles: [], __internal__: {} }))).toEqual({
      state: 'read',
      file: { version: FILE_VERSION, vault: null, profiles: [], deleted: [] },
      dropped: [],
    });
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['NUL bytes, as after a power cut', '\0'.repeat(4096)],
    ['a byte order mark', `\ufeff${fileText([web])}`],
    ['null', 'null'],
    ['a number', '1'],
    ['a list', '[]'],
    ['no version', '{"profiles":[]}'],
    ['version 0', fileText([web], [], 0)],
    ['half a version', fileText([web], [], 1.5)],
    ['a version in words', fileText([web], [], '1')],
    ['no profiles', '{"version":2,"vault":null}'],
    ['no vault', '{"version":2,"profiles":[]}'],
    ['a vault of no known kind', '{"version":2,"vault":{"mode":"rot13"},"profiles":[]}'],
    ['profiles that are no list', '{"version":2,"vault":null,"profiles":{}}'],
    ['deleted ones that are no list', '{"version":2,"vault":null,"profiles":[],"deleted":{}}'],
    ['two files in one', fileText([web]).repeat(2)],
  ])('with %s is damaged', (_what, text) => {
    expect(parseProfileFile(text)).toEqual({ state: 'damaged' });
  });

  it('cut off anywhere is damaged, and nothing else', () => {
    const bytes = profileFileBytes({
      version: FILE_VERSION,
      vault: null,
      profiles: [rich, entryOf(aProfile(), aLock())],
      deleted: [{ entry: nas, index: 0 }],
    });
    for (let length = 0; length < bytes.length; length++) {
      expect(parseProfileFile(bytes.subarray(0, length).toString()), `${length} bytes`).toEqual({ state: 'damaged' });
    }
    expect(parseProfileFile(bytes.toString()).state).toBe('read');
  });

  it('of a later version is newer, whatever it holds', () => {
    expect(parseProfileFile(fileText([{ shape: 'unknown' }], [], FILE_VERSION + 1))).toEqual({ state: 'newer' });
    expect(parseProfileFile(fileText([], [], 999))).toEqual({ state: 'newer' });
  });

  it('whatever it holds never makes reading throw', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.uint8Array().map((bytes) => Buffer.from(bytes).toString()),
    );
    fc.assert(
      fc.property(junk, (text) => {
        expect(['damaged', 'newer', 'read']).toContain(parseProfileFile(text).state);
      }),
      { numRuns: 1000 },
    );
  });
});

const bent = (change: object) => ({ ...web, profile: { ...web.profile, ...change } });

describe('one bad entry', () => {
  it.each<readonly [what: string, bad: unknown, name: string]>([
    ['with a port out of range', bent({ door: { port: 0, check: true } }), 'Web server'],
    ['that lacks its sequence', { ...web, secrets: { ...web.secrets, sequence: [] } }, 'Web server'],
    ['that lacks its secrets', { profile: web.profile }, 'Web server'],
    ['whose seal is none', { profile: web.profile, sealed: 'no base64' }, 'Web server'],
    ['whose host is an option', bent({ host: '-oProxyCommand=calc' }), 'Web server'],
    ['whose id is a path', bent({ id: '../../etc' }), 'Web server'],
    ['without a name', bent({ name: undefined }), '#2'],
    ['with a name as long as a book', bent({ id: '', name: 'n'.repeat(201) }), '#2'],
    ['that is nothing', null, '#2'],
    ['that is text', 'profile', '#2'],
    ['with the id of another', { ...nas, profile: { ...nas.profile, name: 'Again' } }, 'Again'],
  ])('%s costs none of the others, and is named', (_what, bad, name) => {
    expect(read(fileText([nas, bad, rich]))).toMatchObject({ names: ['NAS', RICH.name], dropped: [name] });
  });

  it('among the deleted is let go', () => {
    const deleted = [null, web, { ...web, index: -1 }, { ...bent({ host: '-x' }), index: 0 }];
    expect(read(fileText([], [...deleted, { ...nas, index: 3 }])).deleted).toEqual([{ entry: nas, index: 3 }]);
  });

  it('is put in order where it can be: the same rules hold for the living and the deleted', () => {
    const untidy = bent({ name: '  Web server ', host: '[2001:db8::1]', extra: 1, knocks: 99 });
    const tidy = bent({ host: '2001:db8::1' });
    const found = parseProfileFile(fileText([untidy], [{ ...untidy, index: 0 }]));
    expect(found).toMatchObject({ file: { profiles: [tidy], deleted: [{ entry: tidy }] } });
    expect(JSON.stringify(found)).not.toContain('extra');
  });
});

describe('what was saved', () => {
  it('is read as it was', () => {
    fc.assert(
      fc.property(fc.array(profile, { maxLength: 4 }), (profiles) => {
        const lock = aLock();
        const [first, ...rest] = profiles.map((one, at) => entryOf(one, at % 2 === 0 ? lock : null));
        const deleted = first === undefined ? [] : [{ entry: first, index: 0 }];
        const file = { version: FILE_VERSION, vault: lock.header, profiles: rest, deleted } as const;
        expect(parseProfileFile(profileFileBytes(file).toString())).toEqual({ state: 'read', file, dropped: [] });
      }),
      { numRuns: 300 },
    );
  });
});
