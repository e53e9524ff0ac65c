import { describe, expect, it } from 'vitest';
import { Importer } from '../../../../electron/profiles/import/importer.ts';
import { profileDocument } from '../../../../shared/formats/profile-document.ts';
import type { Profile } from '../../../../shared/model/profile.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { oneStep } from '../../../fakes/one-step.ts';
import { aProfile } from '../../../fakes/profiles.ts';

const NOTHING = { host: '', sequence: '' };
const pasted = (text: string) => [{ text, fileName: '', sshFiles: null }];

function setting(profiles: readonly Profile[] = [aProfile()], locked = false) {
  const saves: unknown[] = [];
  const reverts: unknown[] = [];
  let id = 0;
  const importer = new Importer({
    existing: () => oneStep(() => (locked ? fail({ code: 'vault-locked' }) : ok(profiles))),
    saveMany: (changes) =>
      oneStep(() => {
        saves.push(changes);
        return ok({ added: ['x'], replaced: [] });
      }),
    revert: (saved) => {
      reverts.push(saved);
      return ok(null);
    },
    unseal: async (_text, passphrase) =>
      passphrase === 'right'
        ? ok(profileDocument([aProfile({ host: 'sealed' })]))
        : fail({ code: 'import-passphrase-wrong' }),
    newId: () => `id-${++id}`,
  });
  const preview = async (text: string) => {
    const shown = await importer.preview(pasted(text));
    if (!shown.ok) throw new Error(shown.problems[0].code);
    return shown.value;
  };
  return { importer, saves, reverts, preview };
}

describe('a preview', () => {
  it('says what would happen, and holds no port', async () => {
    const { preview } = setting();
    const shown = await preview('knock web.example.org 11111 22222:udp\nknock new.example.org 33333\nknock host ssh\n');
    expect(shown.entries).toMatchObject([
      { key: 0, line: 1, fate: 'change', existing: 'Web server', changes: ['sequence'], knocks: 2 },
      { key: 1, line: 2, fate: 'add', host: 'new.example.org', knocks: 1 },
    ]);
    expect(shown.notes).toMatchObject([{ line: 3, kind: 'problem', problem: { code: 'knock-word' } }]);
    expect(JSON.stringify(shown)).not.toMatch(/11111|22222|33333/);
  });

  it.each([
    ['\\\\server\\share\\key', 1],
    ['//server/share/key', 1],
    ['C:\\keys\\key', 0],
    ['~/.ssh/key', 0],
  ])('remarks on a key that lies on another computer: %s', async (identityFile, count) => {
    const { preview } = setting();
    const { launch } = aProfile();
    const { notes } = await preview(profileDocument([aProfile({ launch: { ...launch, identityFile } })]));
    const remark = { kind: 'remark', problem: { code: 'import-key-elsewhere', params: { name: 'Web server' } } };
    expect(notes).toMatchObject(Array.from({ length: count }, () => remark));
  });

  it('shows the ports of one entry when asked', async () => {
    const { importer, preview } = setting();
    const { id } = await preview('knock h 11111 22222:udp');
    expect(importer.reveal(id, 0)).toEqual(ok({ sequence: '11111 22222:udp', closeSequence: '' }));
    expect(importer.reveal(id, 1)).toMatchObject({ ok: false, problems: [{ code: 'import-gone' }] });
  });

  it('fails while the vault is locked, and is forgotten when newer ones come', async () => {
    expect(await setting([], true).importer.preview(pasted('knock h 1'))).toMatchObject({ ok: false });
    const { importer, preview } = setting();
    const { id } = await preview('knock h 1');
    for (let more = 0; more < 4; more++) await preview('knock h 2');
    expect(importer.reveal(id, 0)).toMatchObject({ ok: false, problems: [{ code: 'import-gone' }] });
  });

  it('of a sealed file wants its passphrase', async () => {
    const { importer, preview } = setting();
    const { id, sealed, entries } = await preview('{"format":"toctoc-sealed"}');
    expect([sealed, entries]).toEqual([true, []]);
    expect(await importer.unseal(id, 'wrong')).toMatchObject({ problems: [{ code: 'import-passphrase-wrong' }] });
    expect(await importer.unseal(id, 'right')).toMatchObject({
      value: { id, sealed: false, entries: [{ host: 'sealed' }] },
    });
  });
});

describe('an import that is stopped', () => {
  const stopped = { signal: AbortSignal.abort() };
  const cancelled = fail({ code: 'import-cancelled' });

  it('while it is read leaves no preview', async () => {
    const { importer } = setting();
    expect(await importer.preview(pasted('knock h 1'), stopped)).toEqual(cancelled);
    expect(importer.reveal('id-1', 0)).toMatchObject({ problems: [{ code: 'import-gone' }] });
  });

  it('while it is saved changes nothing, and can be applied all the same', async () => {
    const { importer, preview, saves } = setting();
    const { id } = await preview('knock a 1\nknock b 2');
    expect(await importer.apply(id, [0, 1], NOTHING, stopped)).toEqual(cancelled);
    expect(saves).toEqual([]);
    expect(await importer.apply(id, [0, 1], NOTHING)).toMatchObject({ value: { added: 2 } });
    expect(saves).toHaveLength(1);
  });

  it('while something is typed leaves the preview as it was', async () => {
    const { importer, preview } = setting();
    const { id } = await preview('Host nas\n');
    expect(await importer.supplemented(id, { host: '', sequence: '1 2' }, stopped)).toEqual(cancelled);
    expect(importer.reveal(id, 0)).toMatchObject({ ok: true });
  });
});

describe('a preview of several files', () => {
  it('names the file of every server and of every note; of one alone none', async () => {
    const { importer, preview } = setting();
    const file = (fileName: string, text: string) => ({ fileName, text, sshFiles: null });
    const unread = { ...file('c', ''), unread: { code: 'import-binary' } } as const;
    const shown = await importer.preview([file('a', '\nknock a 1\nknock x y'), file('b', 'knock b 1'), unread]);
    expect(shown).toMatchObject({
      value: {
        source: 'a, b, c',
        entries: [
          { file: 'a', line: 2 },
          { file: 'b', line: 1 },
        ],
        notes: [
          { file: 'a', line: 3 },
          { file: 'c', line: 0, problem: { code: 'import-binary' } },
        ],
      },
    });
    expect((await preview('knock a 1')).entries).toMatchObject([{ file: '' }]);
  });
});

describe('applying a preview', () => {
  it('saves what was chosen as one change, which can be taken back once', async () => {
    const { importer, preview, saves, reverts } = setting();
    const { id } = await preview('knock a 1\nknock b 2\nknock c 3');
    const applied = await importer.apply(id, [0, 2], NOTHING);
    expect(applied).toMatchObject({ ok: true, value: { added: 2, changed: 0, skipped: 1, first: 'x' } });
    expect(saves).toHaveLength(1);
    expect(saves[0]).toMatchObject([
      { id: null, draft: { host: 'a' } },
      { id: null, draft: { host: 'c' } },
    ]);
    const undoId = applied.ok ? applied.value.undoId : '';
    expect(importer.undo(undoId)).toEqual(ok(null));
    expect(reverts).toEqual([{ added: ['x'], replaced: [] }]);
    expect(importer.undo(undoId)).toMatchObject({ ok: false, problems: [{ code: 'import-undo-gone' }] });
    expect(await importer.apply(id, [0], NOTHING)).toMatchObject({ ok: false, problems: [{ code: 'import-gone' }] });
  });

  it('wants what the file leaves out, and takes it from the person', async () => {
    const { importer, preview, saves } = setting([]);
    const { id, entries } = await preview('[a]\nsequence=1,2\ncommand=iptables -A INPUT --dport 22 -j ACCEPT\n');
    expect(entries[0]?.missing).toEqual(['host']);
    expect(await importer.apply(id, [0], NOTHING)).toMatchObject({ problems: [{ code: 'import-host-missing' }] });
    expect(await importer.apply(id, [0], { host: '-x', sequence: '' })).toMatchObject({
      problems: [{ field: 'host' }],
    });
    expect(await importer.apply(id, [0], { host: 'h', sequence: 'abc' })).toMatchObject({
      problems: [{ field: 'sequence' }],
    });
    expect(await importer.supplemented(id, { host: 'h', sequence: '' })).toMatchObject({
      value: { entries: [{ missing: [] }] },
    });
    expect(await importer.apply(id, [0], { host: 'h', sequence: '' })).toMatchObject({ ok: true });
    expect(saves).toMatchObject([[{ draft: { host: 'h', serverKind: 'knockd' } }]]);
  });

  it('saves nothing where nothing is chosen, or is here already', async () => {
    const { importer, preview, saves } = setting();
    const { id } = await preview('knock web.example.org 7000 8000:udp 9000');
    for (const keys of [[], [0], [7]]) {
      expect(await importer.apply(id, keys, NOTHING)).toMatchObject({ problems: [{ code: 'import-nothing-chosen' }] });
    }
    expect(saves).toEqual([]);
  });
});
