import { describe, expect, it } from 'vitest';
import { Importer } from '../../../../electron/profiles/import/importer.ts';
import { profileDocument } from '../../../../shared/formats/profile-document.ts';
import type { Profile } from '../../../../shared/model/profile.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { aProfile } from '../../../fakes/profiles.ts';

const NOTHING = { host: '', sequence: '' };
const pasted = (text: string) => [{ text, fileName: '', sshFiles: null }];

function setting(profiles: readonly Profile[] = [aProfile()], locked = false) {
  const saves: unknown[] = [];
  const reverts: unknown[] = [];
  let id = 0;
  const importer = new Importer({
    profiles: () => (locked ? fail({ code: 'vault-locked' }) : ok(profiles)),
    saveMany: (changes) => {
      saves.push(changes);
      return ok({ added: ['x'], replaced: [] });
    },
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
  const preview = (text: string) => {
    const shown = importer.preview(pasted(text));
    if (!shown.ok) throw new Error(shown.problems[0].code);
    return shown.value;
  };
  return { importer, saves, reverts, preview };
}

describe('a preview', () => {
  it('says what would happen, and holds no port', () => {
    const { preview } = setting();
    const shown = preview('knock web.example.org 11111 22222:udp\nknock new.example.org 33333\nknock host ssh\n');
    expect(shown.entries).toMatchObject([
      { key: 0, line: 1, fate: 'change', existing: 'Web server', changes: ['sequence'], knocks: 2 },
      { key: 1, line: 2, fate: 'add', host: 'new.example.org', knocks: 1 },
    ]);
    expect(shown.notes).toMatchObject([{ line: 3, kind: 'problem', problem: { code: 'knock-word' } }]);
    expect(JSON.stringify(shown)).not.toMatch(/11111|22222|33333/);
  });

  it('shows the ports of one entry when asked', () => {
    const { importer, preview } = setting();
    const { id } = preview('knock h 11111 22222:udp');
    expect(importer.reveal(id, 0)).toEqual(ok({ sequence: '11111 22222:udp', closeSequence: '' }));
    expect(importer.reveal(id, 1)).toMatchObject({ ok: false, problems: [{ code: 'import-gone' }] });
  });

  it('fails while the vault is locked, and is forgotten when newer ones come', () => {
    expect(setting([], true).importer.preview(pasted('knock h 1'))).toMatchObject({ ok: false });
    const { importer, preview } = setting();
    const { id } = preview('knock h 1');
    for (let more = 0; more < 4; more++) preview('knock h 2');
    expect(importer.reveal(id, 0)).toMatchObject({ ok: false, problems: [{ code: 'import-gone' }] });
  });

  it('of a sealed file wants its passphrase', async () => {
    const { importer, preview } = setting();
    const { id, sealed, entries } = preview('{"format":"toctoc-sealed"}');
    expect([sealed, entries]).toEqual([true, []]);
    expect(await importer.unseal(id, 'wrong')).toMatchObject({ problems: [{ code: 'import-passphrase-wrong' }] });
    expect(await importer.unseal(id, 'right')).toMatchObject({
      value: { id, sealed: false, entries: [{ host: 'sealed' }] },
    });
  });
});

describe('applying a preview', () => {
  it('saves what was chosen as one change, which can be taken back once', () => {
    const { importer, preview, saves, reverts } = setting();
    const { id } = preview('knock a 1\nknock b 2\nknock c 3');
    const applied = importer.apply(id, [0, 2], NOTHING);
    expect(applied).toMatchObject({ ok: true, value: { added: 2, changed: 0, skipped: 1 } });
    expect(saves).toHaveLength(1);
    expect(saves[0]).toMatchObject([
      { id: null, draft: { host: 'a' } },
      { id: null, draft: { host: 'c' } },
    ]);
    const undoId = applied.ok ? applied.value.undoId : '';
    expect(importer.undo(undoId)).toEqual(ok(null));
    expect(reverts).toEqual([{ added: ['x'], replaced: [] }]);
    expect(importer.undo(undoId)).toMatchObject({ ok: false, problems: [{ code: 'import-undo-gone' }] });
    expect(importer.apply(id, [0], NOTHING)).toMatchObject({ ok: false, problems: [{ code: 'import-gone' }] });
  });

  it('wants what the file leaves out, and takes it from the person', () => {
    const { importer, preview, saves } = setting([]);
    const { id, entries } = preview('[a]\nsequence=1,2\ncommand=iptables -A INPUT --dport 22 -j ACCEPT\n');
    expect(entries[0]?.missing).toEqual(['host']);
    expect(importer.apply(id, [0], NOTHING)).toMatchObject({ problems: [{ code: 'import-host-missing' }] });
    expect(importer.apply(id, [0], { host: '-x', sequence: '' })).toMatchObject({ problems: [{ field: 'host' }] });
    expect(importer.apply(id, [0], { host: 'h', sequence: 'abc' })).toMatchObject({
      problems: [{ field: 'sequence' }],
    });
    expect(importer.supplemented(id, { host: 'h', sequence: '' })).toMatchObject({
      value: { entries: [{ missing: [] }] },
    });
    expect(importer.apply(id, [0], { host: 'h', sequence: '' })).toMatchObject({ ok: true });
    expect(saves).toMatchObject([[{ draft: { host: 'h', serverKind: 'knockd' } }]]);
  });

  it('saves nothing where nothing is chosen, or is here already', () => {
    const { importer, preview, saves } = setting();
    const { id } = preview('knock web.example.org 7000 8000:udp 9000');
    for (const keys of [[], [0], [7]]) {
      expect(importer.apply(id, keys, NOTHING)).toMatchObject({ problems: [{ code: 'import-nothing-chosen' }] });
    }
    expect(saves).toEqual([]);
  });
});
