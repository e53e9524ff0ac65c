import { Importer } from '../../electron/profiles/import/importer.ts';
import { profileDocument } from '../../shared/formats/profile-document.ts';
import { emptyDraft, type Profile } from '../../shared/model/profile.ts';
import { ok } from '../../shared/result.ts';
import { oneStep } from '../fakes/one-step.ts';
import { importScreen } from './import-screen.ts';
import { bigSshConfig } from './support/big-config.ts';
import { type Row, series } from './support/table.ts';

const HOSTS = 10_000;
const ROUNDS = 7;

/** From the text of a large file to its preview, beside as many profiles that are there already. */
export async function importing(): Promise<readonly Row[]> {
  const names = Array.from({ length: HOSTS }, (_, at) => `server-${at}`);
  const there = names.map(
    (name, at): Profile => ({
      ...emptyDraft(),
      name,
      host: `${name}.example.org`,
      sequence: [{ kind: 'knock', port: 1000 + (at % 60_000), protocol: 'tcp' }],
      id: `p${at}`,
      doorSeenAt: null,
    }),
  );
  const texts = [
    { what: 'import of an ssh configuration of 10,000 hosts, to its preview', text: bigSshConfig(HOSTS) },
    { what: 'import of our own JSON of 10,000 profiles, to its preview', text: profileDocument(there) },
  ];
  const rows: Row[] = [];
  for (const { what, text } of texts) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const importer = new Importer({
        existing: () => oneStep(() => ok(there)),
        saveMany: () => oneStep(() => ok({ added: [], replaced: [] })),
        revert: () => ok(null),
        unseal: async () => ok(''),
        newId: () => 'id',
      });
      const begun = performance.now();
      const preview = await importer.preview([{ text, fileName: 'f', sshFiles: null }]);
      const took = performance.now() - begun;
      if (!preview.ok || preview.value.entries.length !== HOSTS) throw new Error('not all were read');
      times.push(took);
    }
    rows.push({ what, ours: series(times, 'ms', 0), peer: '', ratio: '', target: '≤ 2000 ms' });
  }
  return [...rows, ...(await importScreen())];
}
