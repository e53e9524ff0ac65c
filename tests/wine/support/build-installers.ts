// Packs a folder as the installer and the portable program, by electron-builder and the project's own configuration.
// In a process of its own, because electron-builder is told of its tools by the environment.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { parse } from 'yaml';
import { builderEnvironment } from '../../../build/packaging/builder-environment.ts';
import { projectRoot } from '../../../build/runtime/project.ts';

const [app = '', output = ''] = process.argv.slice(2);
const config: Configuration = parse(readFileSync(join(projectRoot, 'build/electron-builder.yml'), 'utf8'));
const { variables, remove } = await builderEnvironment();
Object.assign(process.env, variables);
try {
  const files = await build({
    projectDir: projectRoot,
    prepackaged: app,
    targets: Platform.WINDOWS.createTarget(['nsis', 'portable'], Arch.x64),
    publish: 'never',
    // A version, so that none is looked for; what is packed is no Electron.
    config: { ...config, electronVersion: '33.2.1', directories: { ...config.directories, output } },
  });
  console.log(JSON.stringify(files));
} finally {
  await remove();
}
