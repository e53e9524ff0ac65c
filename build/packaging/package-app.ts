import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { parse } from 'yaml';
import { buildApp } from '../runtime/build-app.ts';
import { findElectron } from '../runtime/find-electron.ts';
import { projectRoot } from '../runtime/project.ts';
import { builderEnvironment } from './builder-environment.ts';
import { type Choice, choose } from './choose.ts';
import { writeShare } from './share.ts';
import { buildWindowsTools } from './windows-tools.ts';

export interface PackageRequest {
  /** Names of targets, such as `deb`; empty for all that can be built here. */
  readonly targets: readonly string[];
  /** Uploads to a draft release; for the release workflow. */
  readonly publish: boolean;
  /** Another version than package.json's; tests upgrade from one to another. */
  readonly version?: string;
}

/** Builds the app and packs it; answers with the files that were made. */
export async function packageApp(request: PackageRequest, say: (line: string) => void): Promise<readonly string[]> {
  if (!(await buildApp())) throw new Error('Nothing was packed.');
  const electron = await findElectron(say);
  const config: Configuration = parse(await readFile(join(projectRoot, 'build/electron-builder.yml'), 'utf8'));
  const manifest: { version: string } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  const choice = choose(request.targets, { platform: process.platform, electron });
  for (const line of choice.remarks) say(line);
  await writeShare();
  if (process.platform === 'win32') await buildWindowsTools();
  const environment = choice.electron.electronDist === undefined ? null : await builderEnvironment();
  // electron-builder reads these from the environment of its own process.
  Object.assign(process.env, environment?.variables);
  try {
    return await build({
      projectDir: projectRoot,
      targets: targetsOf(choice),
      publish: request.publish ? 'always' : 'never',
      config: {
        ...config,
        ...choice.electron,
        afterExtract: ({ appOutDir }) =>
          rm(join(appOutDir, 'resources/default_app.asar'), { recursive: true, force: true }),
        extraMetadata: { version: `${request.version ?? manifest.version}${choice.versionSuffix}` },
        ...(config.mac && { mac: { ...config.mac, notarize: hasAppleCredentials(process.env) } }),
      },
    });
  } finally {
    await environment?.remove();
  }
}

function targetsOf({ targets }: Choice) {
  const platform = Platform.current();
  if (targets === null) return platform.createTarget();
  const arch = process.arch === 'arm64' ? Arch.arm64 : Arch.x64;
  return platform.createTarget([...targets], arch);
}

/** What electron-builder notarises with, see https://www.electron.build/code-signing-mac. */
function hasAppleCredentials(env: NodeJS.ProcessEnv): boolean {
  const sets = [
    ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
    ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ];
  return sets.some((names) => names.every((name) => Boolean(env[name])));
}
