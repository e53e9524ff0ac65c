import { dirname } from 'node:path';
import type { Electron } from '../runtime/find-electron.ts';

/** What is packed, on which Electron. */
export interface Choice {
  /** `null`: all that the configuration names for this system. */
  readonly targets: readonly string[] | null;
  /** For electron-builder: empty when it is to download the Electron of package.json. */
  readonly electron: { readonly electronDist?: string; readonly electronVersion?: string };
  /** `''` for a release; else what tells a test artefact, such as `-test.electron33`. */
  readonly versionSuffix: string;
  /** Lines for the terminal. */
  readonly remarks: readonly string[];
}

/** What the fallback Electron can be packed as without a download: see runtime.md's "Packaging without GitHub". */
const OFFLINE_LINUX = ['deb', 'rpm', 'tar.gz', 'zip'] as const;

export interface Here {
  readonly platform: NodeJS.Platform;
  readonly electron: Pick<Electron, 'executable' | 'fallbackVersion'>;
}

/** Decides by what there is here. Throws a sentence for a target that only a machine with GitHub can build. */
export function choose(asked: readonly string[], { platform, electron }: Here): Choice {
  const { fallbackVersion: version } = electron;
  if (version === null) {
    return { targets: asked.length > 0 ? asked : null, electron: {}, versionSuffix: '', remarks: [] };
  }
  const possible = platform === 'linux' ? ['dir', ...OFFLINE_LINUX] : ['dir'];
  const impossible = asked.filter((target) => !possible.includes(target));
  if (impossible.length > 0) {
    throw new Error(`${impossible.join(', ')} needs files from GitHub; here ${possible.join(', ')} can be built.`);
  }
  const all = platform === 'linux' ? OFFLINE_LINUX : ['dir'];
  return {
    targets: asked.length > 0 ? asked : all,
    electron: { electronDist: dirname(electron.executable), electronVersion: version },
    versionSuffix: `-test.electron${version.split('.')[0]}`,
    remarks: [
      `Packing Electron ${version}, not the one that releases are made with: this is for tests, and the version says so.`,
    ],
  };
}
