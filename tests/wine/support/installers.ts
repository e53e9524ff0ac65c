import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWindowsTools } from '../../../build/packaging/windows-tools.ts';
import { run } from '../../../build/runtime/process.ts';
import { projectRoot } from '../../../build/runtime/project.ts';
import type { Windows } from './windows.ts';

/** The two programs of the Windows packages that a person downloads, by their paths here. */
export interface Installers {
  readonly installer: string;
  readonly portable: string;
}

/** What electron-builder calls of plug-ins that Debian's NSIS lacks: see nsis-plugins.c. */
const PLUGINS = ['StdUtils', 'UAC', 'WinShell'] as const;

/**
 * Makes both as a release does, script, templates and all; with Debian's NSIS, for 64 bits as the Wine here, and with a
 * stand-in for the app. Its files are packed by NSIS itself: the plug-in that unpacks 7z is missing here.
 */
export async function makeInstallers(windows: Windows): Promise<Installers> {
  const at = (name: string) => windows.shared(`installers/${name}`).unix;
  await mkdir(at('app/resources/bin'), { recursive: true });
  await mkdir(at('plugins/x86-unicode'), { recursive: true });
  await mkdir(at('plugins/amd64-unicode'), { recursive: true });
  await writeFile(at('app/resources/app.asar'), 'what the app is made of');
  await buildWindowsTools(at('tools'));
  await copyFile(at('tools/toctoc.exe'), at('app/resources/bin/toctoc.exe'));
  await copyFile(at('tools/toctoc-path.exe'), at('app/resources/toctoc-path.exe'));
  await copyFile(windows.standInFile, at('app/Toctoc.exe'));
  await windows.powershell();
  for (const plugin of PLUGINS) {
    const library = at(`plugins/amd64-unicode/${plugin}.dll`);
    const flags = ['-std=c11', '-O1', '-Wall', '-Wextra', '-Werror', '-shared', '-static', '-o', library];
    await windows.compile([...flags, join(import.meta.dirname, 'nsis-plugins.c'), '-lshell32']);
  }
  // Asks an administrator where the installer cannot: never started here.
  await copyFile(at('tools/toctoc.exe'), at('elevate.exe'));
  await writeFile(at('makensis'), compiler(at('plugins/amd64-unicode'), at('app')));
  await chmod(at('makensis'), 0o755);

  const env = {
    ...windows.environment,
    ELECTRON_BUILDER_NSIS_DIR: at(''),
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: at(''),
  };
  const script = join(import.meta.dirname, 'build-installers.ts');
  const built = await run(process.execPath, [script, at('app'), at('dist')], { env, cwd: projectRoot, limit: 240_000 });
  if (built.code !== 0) throw new Error(`electron-builder failed:\n${built.stdout}\n${built.stderr}`);
  const files: readonly string[] = JSON.parse(built.stdout.trim().split('\n').at(-1) ?? '');
  const programs = files.filter((file) => file.endsWith('.exe'));
  const portable = programs.find((file) => file.includes('-portable-'));
  const installer = programs.find((file) => file !== portable);
  if (portable === undefined || installer === undefined) throw new Error(`only ${files.join(', ')} was built`);
  return { installer, portable };
}

/** makensis as electron-builder calls it: for 64 bits, with our plug-ins, and the app's files as NSIS packs them. */
const compiler = (plugins: string, app: string) => `#!/bin/sh
for word; do shift; case "$word" in -XUnicode*) ;; *) set -- "$@" "$word" ;; esac; done
# 6012: of electron-builder's own templates, by this version of NSIS only.
# For 32 bits the first question, whether Windows has 64, makes the folder of plug-ins; for 64 bits it is not asked.
sed 's/^Function \\.onInit.*/&\\n  InitPluginsDir/' | makensis '-XTarget amd64-unicode' '-X!pragma warning disable 6012' \\
  '-X!addplugindir /amd64-unicode "${plugins}"' '-DAPP_BUILD_DIR=${app}' '-DAPP_DIR_64=${app}' "$@"
`;
