import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { parse } from 'yaml';
import { projectRoot } from '../../../build/runtime/project.ts';

/** build/electron-builder.yml as it is. */
export function configuration(): Configuration {
  return parse(readFileSync(join(projectRoot, 'build/electron-builder.yml'), 'utf8'));
}

type Validate = (config: Configuration, log: { readonly isEnabled: boolean }) => Promise<void>;

/** electron-builder's own check, by its schema; rejects with what is wrong. It is not among its exports. */
export function validate(config: Configuration): Promise<void> {
  const inBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  const own: { readonly validateConfiguration: Validate } = inBuilder('app-builder-lib/out/util/config/config');
  return own.validateConfiguration(config, { isEnabled: false });
}
