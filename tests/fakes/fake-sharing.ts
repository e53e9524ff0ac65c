import { givenTexts } from '../../electron/profiles/import/given.ts';
import { Importer } from '../../electron/profiles/import/importer.ts';
import { finish } from '../../shared/formats/steps.ts';
import type { GivenText, SharingRequests } from '../../shared/ipc-sharing.ts';
import type { FoundSource } from '../../shared/model/importing.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Answers } from './answers.ts';
import { oneStep } from './one-step.ts';

/** What the person's computer holds. */
interface Computer {
  readonly importFile: GivenText | null;
  readonly importFolder: readonly GivenText[];
  readonly found: readonly (FoundSource & GivenText)[];
  readonly clipboard: string;
  readonly exportFile: string | null;
}

/** The real importer over the fake bridge's profiles; dialogs and files are the test's. */
export class FakeSharing {
  readonly answers: Answers<keyof SharingRequests>;

  constructor(
    profiles: () => readonly Profile[],
    setProfiles: (profiles: readonly Profile[]) => Promise<void>,
    computer: Computer,
  ) {
    let id = 0;
    const importer = new Importer({
      existing: () => oneStep(() => ok(profiles())),
      saveMany: (changes) =>
        oneStep(() => {
          const before = profiles();
          const saved = changes.map((change) => ({
            ...change.draft,
            id: change.id ?? `imported-${++id}`,
            doorSeenAt: null,
          }));
          const kept = before.map((old) => saved.find((one) => one.id === old.id) ?? old);
          const added = saved.filter((one) => !before.some((old) => old.id === one.id));
          void setProfiles([...kept, ...added]);
          const replaced = before.flatMap((old) => {
            const after = saved.find((one) => one.id === old.id);
            return after === undefined ? [] : [{ before: old, after }];
          });
          return ok({ added: added.map((one) => one.id), replaced });
        }),
      revert: ({ added, replaced }) => {
        const back = profiles().filter((one) => !added.includes(one.id));
        void setProfiles(back.map((one) => replaced.find(({ before }) => before.id === one.id)?.before ?? one));
        return ok(null);
      },
      unseal: async (text, passphrase) =>
        passphrase === 'correct horse'
          ? ok(text.replace('toctoc-sealed', 'toctoc-profiles'))
          : { ok: false, problems: [{ code: 'import-passphrase-wrong' }] },
      newId: () => `id-${++id}`,
    });
    const given = (...files: readonly GivenText[]) =>
      importer.preview(files.map(({ name, text }) => ({ fileName: name, text, sshFiles: null })));
    this.answers = {
      'import:open-file': () => (computer.importFile === null ? ok(null) : given(computer.importFile)),
      'import:open-folder': () => (computer.importFolder.length === 0 ? ok(null) : given(...computer.importFolder)),
      'import:cancel': () => ok(null),
      'import:parse-text': (files) => {
        const texts = finish(givenTexts(files, '/home/ada'));
        return texts.ok ? importer.preview(texts.value) : texts;
      },
      'import:open-clipboard': () =>
        computer.clipboard === ''
          ? fail({ code: 'import-clipboard-empty' })
          : given({ name: '', text: computer.clipboard }),
      'import:found': () => ok(computer.found.map((one) => ({ id: one.id, kind: one.kind, place: one.place }))),
      'import:open-found': (wanted) => {
        const source = computer.found.find((one) => one.id === wanted);
        return source === undefined ? { ok: false, problems: [{ code: 'import-gone' }] } : given(source);
      },
      'import:unseal': (request) => importer.unseal(request.id, request.passphrase),
      'import:supplement': ({ id: preview, ...typed }) => importer.supplemented(preview, typed),
      'import:reveal': (request) => importer.reveal(request.id, request.key),
      'import:apply': ({ id: preview, keys, ...typed }) => importer.apply(preview, keys, typed),
      'import:undo': (undoId) => importer.undo(undoId),
      'export:save': () => ok(computer.exportFile),
    };
  }
}
