import type { Problem } from '../../shared/result.ts';

/** What this process knows of the program it runs. */
export interface ProgramFacts {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly execPath: string;
  readonly packaged: boolean;
  /** The folder with our package.json, which Electron is started on when it is not packaged. */
  readonly appPath: string;
  /** The switches of this start that a later one needs as well. */
  readonly switches: readonly string[];
}

/** How to start this very copy again later: its file and words, or why there is no lasting path to it. */
export type OwnProgram =
  | { readonly lasts: true; readonly file: string; readonly args: readonly string[] }
  | { readonly lasts: false; readonly problem: Problem };

/**
 * A portable build is unpacked to a temporary folder, and a portable copy may be on a stick; macOS runs a quarantined
 * copy from a folder of its own ("translocation"). An AppImage is mounted anew each time: `APPIMAGE` names its file.
 */
export function ownProgram({ platform, env, execPath, packaged, appPath, switches }: ProgramFacts): OwnProgram {
  if (env['PORTABLE_EXECUTABLE_FILE']) return { lasts: false, problem: { code: 'autostart-portable' } };
  if (platform === 'darwin' && execPath.includes('/AppTranslocation/')) {
    return { lasts: false, problem: { code: 'autostart-translocated' } };
  }
  return { lasts: true, file: ownFile(platform, env) ?? execPath, args: [...(packaged ? [] : [appPath]), ...switches] };
}

/**
 * The one file that a packed copy came in and runs from a passing folder of: an AppImage, a portable program. `null`:
 * it runs from where it lies.
 */
export function ownFile(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | null {
  if (platform === 'linux') return env['APPIMAGE'] || null;
  return platform === 'win32' ? env['PORTABLE_EXECUTABLE_FILE'] || null : null;
}
