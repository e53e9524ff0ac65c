import { describe, expect, it } from 'vitest';
import { parseInput } from '../../../electron/ipc/input.ts';
import { type Dropped, droppedOn } from '../../../renderer/features/import/dropped.ts';
import { readGiven } from '../../../renderer/features/import/read-given.ts';
import { MAX_IMPORT_BYTES, MAX_IMPORT_FILES } from '../../../shared/formats/import-bounds.ts';

const filesystem: FileSystem = {
  name: '',
  get root(): FileSystemDirectoryEntry {
    throw new Error('not asked for');
  },
};
const common = (name: string) => ({ name, fullPath: `/${name}`, filesystem, getParent: () => {} });

function fileEntry(name: string, content: string | Error): FileSystemFileEntry {
  return {
    ...common(name),
    isFile: true,
    isDirectory: false,
    file: (have, fail) =>
      typeof content === 'string' ? have(new File([content], name)) : fail?.(new DOMException('', 'NotReadableError')),
  };
}

/** A folder that Chromium tells of in pieces, the last of them empty. */
function folder(name: string, ...entries: readonly FileSystemEntry[]): FileSystemDirectoryEntry {
  return {
    ...common(name),
    isFile: false,
    isDirectory: true,
    getDirectory: () => {},
    getFile: () => {},
    createReader: () => {
      const left = [...entries];
      return { readEntries: (have) => have(left.splice(0, 100)) };
    },
  };
}

const read = (dropped: readonly Dropped[], signal = new AbortController().signal) =>
  readGiven(dropped, (file) => (file instanceof File && file.name === 'here' ? '/home/ada/here' : ''), signal);
const PICTURE = new File([Buffer.from('89504e470d0a1a0a0000000d', 'hex')], 'door.png');

describe('dropped files', () => {
  it('are read, with their path where the system knows one', async () => {
    const files = [new File(['knock a 1'], 'here'), new File(['knock b 2'], 'made')];
    expect(await read(files)).toEqual({
      ok: true,
      value: [
        { name: 'here', text: 'knock a 1', path: '/home/ada/here' },
        { name: 'made', text: 'knock b 2' },
      ],
    });
  });

  it('that cannot be read are named beside the others; one alone is refused', async () => {
    const good = new File(['knock a 1'], 'good');
    const big = new File([new Uint8Array(MAX_IMPORT_BYTES + 1)], 'big');
    expect(await read([PICTURE, good, big])).toMatchObject({
      value: [
        { name: 'door.png', unread: { code: 'import-binary' } },
        { name: 'good' },
        { name: 'big', unread: { code: 'import-too-big', params: { size: 9, max: 8 } } },
      ],
    });
    expect(await read([PICTURE])).toMatchObject({ problems: [{ code: 'import-binary' }] });
    expect(await read([big])).toMatchObject({ problems: [{ code: 'import-too-big' }] });
  });

  it('are not read on once that is cancelled', async () => {
    expect(await read([PICTURE], AbortSignal.abort())).toMatchObject({ problems: [{ code: 'import-cancelled' }] });
    // While the only one is being read.
    const stop = new AbortController();
    const reading = read([new File(['knock a 1'], 'made')], stop.signal);
    await Promise.resolve();
    stop.abort();
    expect(await reading).toMatchObject({ problems: [{ code: 'import-cancelled' }] });
  });
});

describe('a dropped folder', () => {
  const session = (name: string) => fileEntry(name, `HostName=${name}\nProtocol=ssh\n`);

  it('gives every file in it, by name; what cannot be read, and a folder in it, are named', async () => {
    const inside = folder('inside', session('c'));
    const sessions = folder('my sessions', session('b'), inside, fileEntry('locked', new Error()), session('a'));
    expect(await read([sessions])).toMatchObject({
      value: [
        { name: 'a', text: 'HostName=a\nProtocol=ssh\n' },
        { name: 'b' },
        { name: 'inside', unread: { code: 'import-folder' } },
        { name: 'locked', unread: { code: 'import-unreadable', params: { reason: 'NotReadableError' } } },
      ],
    });
  });

  it('gives the sessions in it, where a program keeps more beside them', async () => {
    const kitty = folder('KiTTY', fileEntry('kitty.ini', '[KiTTY]'), folder('Sessions', session('box')));
    expect(await read([kitty])).toMatchObject({ value: [{ name: 'box' }] });
  });

  it('of a single file that cannot be read names it; an empty one is refused', async () => {
    expect(await read([folder('one', fileEntry('locked', new Error()))])).toMatchObject({
      value: [{ name: 'locked', unread: { code: 'import-unreadable' } }],
    });
    expect(await read([folder('none')])).toMatchObject({ problems: [{ code: 'import-folder-empty' }] });
    expect(await read([folder('none', folder('Sessions'))])).toMatchObject({
      problems: [{ code: 'import-folder-empty' }],
    });
  });

  it('that is empty, or cannot be looked into, is named where more was dropped with it', async () => {
    const shut = folder('shut');
    shut.createReader = () => ({ readEntries: (_have, fail) => fail?.(new DOMException('', 'NotFoundError')) });
    const given = await read([folder('none'), shut, new File(['knock a 1'], 'made')]);
    expect(given).toEqual({
      ok: true,
      value: [
        { name: 'none', unread: { code: 'import-folder-empty', params: { folder: 'none' } } },
        { name: 'shut', unread: { code: 'import-unreadable', params: { file: 'shut', reason: 'NotFoundError' } } },
        { name: 'made', text: 'knock a 1' },
      ],
    });
    expect(parseInput('import:parse-text', [given.ok && given.value])).toMatchObject({ ok: true });
    expect(await read([shut])).toMatchObject({ problems: [{ code: 'import-unreadable' }] });
  });

  it('is kept within bounds, and those left out are named', async () => {
    const many = Array.from({ length: MAX_IMPORT_FILES + 2 }, (_, at) =>
      fileEntry(`s${String(at).padStart(5, '0')}`, 'x'),
    );
    const given = await read([folder('many', ...many)]);
    expect(given.ok && given.value).toHaveLength(MAX_IMPORT_FILES + 1);
    expect(given.ok && given.value.at(-1)).toEqual({
      name: '',
      unread: { code: 'import-files-many', params: { count: 2, first: 's10000', last: 's10001' } },
    });
  });
});

it('what is dropped is a folder, a file, or text that is none of ours', () => {
  const sessions = folder('sessions');
  const item = (kind: string, entry: FileSystemEntry | null, file: File | null) => ({
    kind,
    webkitGetAsEntry: () => entry,
    getAsFile: () => file,
  });
  const items = [
    item('file', sessions, null),
    item('file', fileEntry('door.png', ''), PICTURE),
    item('file', null, PICTURE),
    item('string', null, null),
  ];
  expect(droppedOn({ items })).toEqual([sessions, PICTURE, PICTURE]);
});
