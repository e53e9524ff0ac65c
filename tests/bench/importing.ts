import { Importer } from '../../electron/profiles/import/importer.ts';
import { profileDocument } from '../../shared/formats/profile-document.ts';
import { emptyDraft, type Profile } from '../../shared/model/profile.ts';
import { ok } from '../../shared/result.ts';
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
  const config = `Host *.lab !x\n  User root\n${names
    .map((name, at) => `Host ${name}\n  HostName ${name}.example.org\n  User ada\n  Port ${2000 + (at % 3)}\n`)
    .join('')}Host *\n  IdentityFile ~/.ssh/id_ed25519\n`;
  return [
    { what: 'import of an ssh configuration of 10,000 hosts, to its preview', text: config },
    { what: 'import of our own JSON of 10,000 profiles, to its preview', text: profileDocument(there) },
  ].map(({ what, text }) => {
    const times = Array.from({ length: ROUNDS }, () => {
      const importer = new Importer({
        profiles: () => ok(there),
        saveMany: () => ok({ added: [], replaced: [] }),
        revert: () => ok(null),
        unseal: async () => ok(''),
        newId: () => 'id',
      });
      const begun = performance.now();
      const preview = importer.preview([{ text, fileName: 'f', sshFiles: null }]);
      const took = performance.now() - begun;
      if (!preview.ok || preview.value.entries.length !== HOSTS) throw new Error('not all were read');
      return took;
    });
    return { what, ours: series(times, 'ms', 0), peer: '', ratio: '', target: '≤ 2000 ms' };
  });
}
