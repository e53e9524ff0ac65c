import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_VERSION, parseProfileFile } from '../../../electron/profiles/profile-file.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { fileText, profile, RICH } from './stored.ts';

const web = aProfile();
const nas = aProfile({ id: 'nas', name: 'NAS' });
const read = (text: string) => {
  const found = parseProfileFile(text);
  if (found.state !== 'read') throw new Error(found.state);
  return { names: found.file.profiles.map(({ name }) => name), dropped: found.dropped, deleted: found.file.deleted };
};

describe('a data file', () => {
  it('that is not there is absent', () => {
    expect(parseProfileFile(null)).toEqual({ state: 'absent' });
  });

  it('is read whole', () => {
    expect(parseProfileFile(fileText([RICH, web], [{ profile: nas, index: 1 }]))).toEqual({
      state: 'read',
      file: { version: FILE_VERSION, profiles: [RICH, web], deleted: [{ profile: nas, index: 1 }] },
      dropped: [],
    });
  });

  it('may lack what was deleted, and have what is not ours', () => {
    expect(parseProfileFile(JSON.stringify({ version: 1, profiles: [], __internal__: {} }))).toEqual({
      state: 'read',
      file: { version: FILE_VERSION, profiles: [], deleted: [] },
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
    ['no profiles', '{"version":1}'],
    ['profiles that are no list', '{"version":1,"profiles":{}}'],
    ['deleted ones that are no list', '{"version":1,"profiles":[],"deleted":{}}'],
    ['two files in one', fileText([web]).repeat(2)],
  ])('with %s is damaged', (_what, text) => {
    expect(parseProfileFile(text)).toEqual({ state: 'damaged' });
  });

  it('cut off anywhere is damaged, and nothing else', () => {
    const text = fileText([RICH, web], [{ profile: nas, index: 0 }]);
    const bytes = Buffer.from(text);
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

describe('one bad entry', () => {
  it.each<readonly [what: string, bad: unknown, name: string]>([
    ['with a port out of range', { ...web, door: { port: 0, check: true } }, 'Web server'],
    ['that lacks its sequence', { ...web, sequence: [] }, 'Web server'],
    ['whose host is an option', { ...web, host: '-oProxyCommand=calc' }, 'Web server'],
    ['whose id is a path', { ...web, id: '../../etc' }, 'Web server'],
    ['without a name', { ...web, name: undefined }, '#2'],
    ['with a name as long as a book', { ...web, id: '', name: 'n'.repeat(201) }, '#2'],
    ['that is nothing', null, '#2'],
    ['that is text', 'profile', '#2'],
    ['with the id of another', { ...nas, name: 'Again' }, 'Again'],
  ])('%s costs none of the others, and is named', (_what, bad, name) => {
    expect(read(fileText([nas, bad, RICH]))).toMatchObject({ names: ['NAS', RICH.name], dropped: [name] });
  });

  it('among the deleted is let go', () => {
    const deleted = [
      null,
      { profile: web },
      { profile: web, index: -1 },
      { profile: { ...web, host: '-x' }, index: 0 },
    ];
    expect(read(fileText([], [...deleted, { profile: nas, index: 3 }])).deleted).toEqual([{ profile: nas, index: 3 }]);
  });

  it('is put in order where it can be: the same rules hold for the living and the deleted', () => {
    const untidy = { ...web, name: '  Web server ', host: '[2001:db8::1]', extra: 1 };
    const tidy = { ...web, host: '2001:db8::1' };
    const found = parseProfileFile(fileText([untidy], [{ profile: untidy, index: 0 }]));
    expect(found).toMatchObject({ file: { profiles: [tidy], deleted: [{ profile: tidy }] } });
    expect(JSON.stringify(found)).not.toContain('extra');
  });
});

describe('what was saved', () => {
  it('is read as it was', () => {
    fc.assert(
      fc.property(fc.array(profile, { maxLength: 4 }), (profiles) => {
        const [first, ...rest] = profiles;
        const deleted = first === undefined ? [] : [{ profile: first, index: 0 }];
        const file = { version: FILE_VERSION, profiles: rest, deleted };
        expect(parseProfileFile(JSON.stringify(file, undefined, '\t'))).toEqual({ state: 'read', file, dropped: [] });
      }),
      { numRuns: 300 },
    );
  });
});
