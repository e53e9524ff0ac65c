import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { givenTexts } from '../../../electron/profiles/import/given.ts';
import { stoppable } from '../../../electron/profiles/import/in-turns.ts';
import { type ImportText, parseImportText } from '../../../electron/profiles/import/parse-text.ts';
import { readImportFiles, readImportFolder } from '../../../electron/profiles/import/read-many.ts';
import { finish } from '../../../shared/formats/steps.ts';
import type { GivenFile } from '../../../shared/ipc-sharing.ts';
import { AHome } from './a-home.ts';

const home = new AHome();
const put = home.put.bind(home);

function given(files: readonly GivenFile[]): readonly ImportText[] {
  const texts = finish(givenTexts(files, home.path));
  return texts.ok ? texts.value : [];
}

/** A server a word, and what is noted of each file. */
function made(texts: readonly ImportText[]): readonly string[] {
  return texts.flatMap((text) => {
    const { candidates, notes } = finish(parseImportText(text));
    return [
      ...candidates.map(({ name, said }) => `${name} ${said.oneTime?.sequences.length ?? 0}`),
      ...notes.map(({ line, problem }) => `${text.fileName}:${line} ${problem.code}`),
    ];
  });
}

const CONF = `[ssh]
one_time_sequences = /etc/knockd/list
start_command = iptables -I INPUT -s %IP% -p tcp --dport 22 -j ACCEPT
`;
const LIST = ' 1,2,3\n 4,5\n';

describe('a dropped file', () => {
  it('brings along what lies beside it, where its path is really its own', () => {
    const path = put('server/knockd.conf', CONF);
    put('server/list', LIST);
    const dropped = { name: 'knockd.conf', text: CONF, path };
    expect(made(given([dropped]))).toEqual(['ssh 2', 'knockd.conf:1 knockd-one-time-read']);
    const config = put('a/config', 'Include ~/b\n');
    put('b', 'Host inside\n');
    expect(made(given([{ name: 'config', text: 'Include ~/b\n', path: config }]))).toEqual(['inside 0']);
  });

  it.each([
    ['another text', (path: string) => ({ text: `${CONF}# more\n`, path })],
    ['a path that leads nowhere', (path: string) => ({ text: CONF, path: `${path}.gone` })],
    ['a folder', (path: string) => ({ text: CONF, path: join(path, '..') })],
    ['an empty path', () => ({ text: CONF, path: '' })],
    ['no path', () => ({ text: CONF })],
    ['a path to another computer', (path: string) => ({ text: CONF, path: `/${path}` })],
  ])('is text alone with %s: the page names no file', (_what, said) => {
    const path = put('server/knockd.conf', CONF);
    put('server/list', LIST);
    const [text] = given([{ name: 'knockd.conf', ...said(path) }]);
    expect(text).toMatchObject({ sshFiles: null });
    expect(text).not.toHaveProperty('readList');
    expect(made(text === undefined ? [] : [text])).toContain('knockd.conf:1 knockd-one-time');
  });

  it('is looked at in a turn of its own, and no more once that is stopped', async () => {
    const files = Array.from({ length: 200 }, (_, at) => ({
      name: `${at}`,
      text: 'knock a 1',
      path: put('a', 'knock a 1'),
    }));
    expect([...givenTexts(files, home.path)].filter(({ done }) => done < files.length)).toHaveLength(files.length);
    const stopped = { ok: false, problems: [{ code: 'import-cancelled' }] };
    expect(await stoppable(givenTexts(files, home.path), { signal: AbortSignal.abort() })).toEqual(stopped);
  });

  it('that the page could not read is named', () => {
    const unread = { code: 'import-folder', params: { file: 'inside' } } as const;
    const files = [
      { name: 'inside', unread },
      { name: 'a', text: 'knock a 1' },
    ];
    expect(made(given(files))).toEqual(['inside:0 import-folder', 'a 0']);
  });

  it('finds its one-time list among those that were dropped with it', () => {
    const files = (list: string) => [
      { name: 'list', text: list },
      { name: 'knockd.conf', text: CONF },
    ];
    expect(made(given(files(LIST)))).toEqual(['ssh 2', 'knockd.conf:1 knockd-one-time-read']);
    // What is no list is a file like any other; so is a list that nobody names.
    expect(made(given(files('root:x:0:0\n')))).toContain('list:1 import-unknown-format');
    expect(made(given([{ name: 'list', text: LIST }]))).toEqual(['list:1 import-unknown-format']);
    expect(made(given([{ name: 'other', text: LIST }, ...files(LIST).slice(1)]))).toContain(
      'knockd.conf:1 knockd-one-time',
    );
  });
});

describe('several chosen files', () => {
  const read = (...paths: readonly string[]) => {
    const texts = finish(readImportFiles(paths, home.path));
    return texts.ok ? made(texts.value) : texts.problems[0].code;
  };

  it('are read one by one, and what cannot be read is named', () => {
    const good = put('a', 'knock a 1');
    const picture = put('b.png', Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
    expect(read(good, picture, home.path, join(home.path, 'gone'))).toEqual([
      'a 0',
      'b.png:0 import-binary',
      expect.stringMatching(/:0 import-folder$/),
      'gone:0 import-unreadable',
    ]);
    expect(read(picture)).toBe('import-binary');
  });

  it('are a knockd.conf and its list', () => {
    expect(read(put('x/knockd.conf', CONF), put('y/list', LIST))).toEqual([
      'ssh 2',
      'knockd.conf:1 knockd-one-time-read',
    ]);
  });

  it('are kept within bounds, and those left out are named', () => {
    const paths = Array.from({ length: 10_001 }, (_, at) => join(home.path, `gone-${at}`));
    const texts = finish(readImportFiles(paths, home.path));
    expect(texts.ok && texts.value.at(-1)?.unread).toEqual({
      code: 'import-files-many',
      params: { count: 1, first: 'gone-10000', last: 'gone-10000' },
    });
    const big = put('big', Buffer.alloc(8 << 20, 'a'));
    expect(read(...Array.from({ length: 9 }, () => big)).at(-1)).toBe(':0 import-files-many');
  });
});

it('what a file names on another computer is not looked at: Windows would sign in there', () => {
  const list = put('lists/list', LIST);
  const conf = (path: string) => put('server/knockd.conf', CONF.replace('/etc/knockd/list', path));
  const config = (path: string) => put('config', `Include ${path}\nHost seen\n`);
  const included = put('hosts/inside', 'Host inside\n');
  const read = (path: string) => {
    const texts = finish(readImportFiles([path], home.path));
    return texts.ok ? made(texts.value) : [];
  };
  expect(read(conf(list))).toContain('ssh 2');
  expect(read(config(included))).toContain('inside 0');
  // Two slashes are one here, and on Windows the name of a computer follows.
  expect(read(conf(`/${list}`))).toContain('knockd.conf:1 knockd-one-time');
  for (const path of [`/${included}`, `/${join(home.path, 'hosts/*')}`]) {
    expect(read(config(path))).toEqual(['seen 0', 'config:1 ssh-include-missing']);
  }
});

describe('a folder', () => {
  const read = (folder: string) => {
    const texts = finish(readImportFolder(folder, home.path));
    return texts.ok ? made(texts.value) : texts.problems[0].code;
  };
  const session = (host: string) => `HostName=${host}\nProtocol=ssh\n`;

  it('of sessions is read with what links lead to; folders and broken links in it are named', () => {
    put('sessions/a', session('a.example.org'));
    symlinkSync(put('elsewhere/b', session('b.example.org')), join(home.path, 'sessions/b'));
    symlinkSync(join(home.path, 'nowhere'), join(home.path, 'sessions/broken'));
    put('sessions/inside/c', session('c.example.org'));
    expect(read(join(home.path, 'sessions'))).toEqual([
      'a 0',
      'b 0',
      'broken:0 import-unreadable',
      'inside:0 import-folder',
    ]);
  });

  it('is the one with the sessions, where a program keeps more beside them', () => {
    put('KiTTY/Sessions/My%20box', 'HostName\\box.example.org\\\nProtocol\\ssh\\\nPortKnocking\\1,2\\\n');
    put('KiTTY/kitty.ini', '[KiTTY]\n');
    expect(read(join(home.path, 'KiTTY'))).toEqual(['My box 0']);
  });

  it('of a single file that cannot be read names it', () => {
    put('one/picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
    expect(read(join(home.path, 'one'))).toEqual(['picture:0 import-binary']);
  });

  it('that is empty, or none, is refused', () => {
    mkdirSync(join(home.path, 'empty'));
    expect(read(join(home.path, 'empty'))).toBe('import-folder-empty');
    expect(read(join(home.path, 'gone'))).toBe('import-unreadable');
    expect(read(put('file', 'knock a 1'))).toBe('import-unreadable');
  });
});
