// A Toctoc without a window: opens the profiles of a folder and saves one after the other.
// node writer.ts FOLDER NAME COUNT: prints the name of each profile that is saved, or the problem that kept it from being.
import { randomUUID } from 'node:crypto';
import { createProfiles } from '../../../electron/profiles/profiles.ts';
import { JsonDataFile } from '../../../electron/system/data-file.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { FakeKeychain } from '../../fakes/vault.ts';

const [folder = '', name = '', count = '0'] = process.argv.slice(2);
const { store, vault } = createProfiles({
  data: new JsonDataFile(folder, 'profiles'),
  // Two processes share no keychain in memory: their file is readable, or sealed with a passphrase.
  keychain: Object.assign(new FakeKeychain(), { name: null }),
  passphraseOnly: false,
  seed: [],
  newId: randomUUID,
  onProfiles: () => {},
  onVault: () => {},
  onNotice: ({ problem }) => console.log(`notice ${problem.code}`),
});
await vault.open();
const { id: _id, doorSeenAt: _seen, ...draft } = aProfile();
for (let i = 0; i < Number(count); i++) {
  const saved = store.save(null, { ...draft, name: `${name}-${i}` });
  console.log(saved.ok ? `${name}-${i}` : `problem ${JSON.stringify(saved.problems[0])}`);
}
