import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Licence } from '../../shared/model/about.ts';

const LicencesSchema = v.array(
  v.strictObject({ name: v.string(), version: v.string(), licence: v.string(), text: v.string() }),
);

/**
 * The licences that the build wrote down, of all that is shipped; see build/third-party-notices.ts. Electron's version
 * is the running one: a copy from source may run on another than the build knows.
 *
 * @param out absolute path of the built app
 * @throws where the file is missing or not the build's: then the app is not whole
 */
export function readLicences(out: string, electron: string): readonly Licence[] {
  const licences = v.parse(LicencesSchema, JSON.parse(readFileSync(join(out, 'licences.json'), 'utf8')));
  return licences.map((one) => (one.name === 'Electron' ? { ...one, version: electron } : one));
}
