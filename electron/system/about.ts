import { existsSync, readFileSync } from 'node:fs';
import { release, version } from 'node:os';
import { dirname, join } from 'node:path';
import type { AboutFacts, Licence, OpenableFile } from '../../shared/model/about.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { readLicences } from './licences.ts';
import { logFile } from './log.ts';
import { desktopName, OS_RELEASE, osName } from './os-name.ts';

interface AboutDeps {
  /** Absolute path of the built app. */
  readonly out: string;
  readonly dataFolder: string;
  /** Opens a path of main's with the system's program for it. */
  readonly open: (path: string) => Promise<Result<null>>;
}

/** What the about page shows and opens. */
export interface About {
  readonly facts: () => AboutFacts;
  readonly licences: () => Result<readonly Licence[]>;
  readonly open: (file: OpenableFile) => Promise<Result<null>>;
}

const CHROMIUM_LICENCES = 'LICENSES.chromium.html';

/** What the app says of itself, and the files that it may be asked to open. */
export function createAbout({ out, dataFolder, open }: AboutDeps): About {
  const { electron, chrome, node } = process.versions;
  const log = logFile(dataFolder);
  const chromiumLicences = () => findChromiumLicences(process.execPath, process.resourcesPath);
  return {
    facts: () => ({
      electron,
      chromium: chrome,
      node,
      system: systemName(),
      release: release(),
      arch: process.arch,
      desktop: process.platform === 'linux' ? desktopName(process.env) : null,
      logFile: log,
      chromiumLicences: chromiumLicences(),
    }),
    licences: () => {
      try {
        return ok(readLicences(out, electron));
      } catch (error) {
        return fail({ code: 'internal', params: { reason: String(error) } });
      }
    },
    open: async (file) => {
      if (file === 'logs') return open(dirname(log));
      const notices = chromiumLicences();
      return notices === null
        ? fail({ code: 'folder-not-opened', params: { folder: CHROMIUM_LICENCES, reason: 'ENOENT' } })
        : open(notices);
    },
  };
}

function systemName(): string {
  const file = OS_RELEASE.find((path) => existsSync(path));
  return osName({
    platform: process.platform,
    version: version(),
    systemVersion: process.getSystemVersion(),
    osRelease: file === undefined ? null : readFileSync(file, 'utf8'),
  });
}

/**
 * Electron ships it beside the program; electron-builder moves it into the bundle's resources on macOS
 * (app-builder-lib, ElectronFramework).
 */
function findChromiumLicences(execPath: string, resourcesPath: string): string | null {
  const places = [dirname(execPath), resourcesPath].map((folder) => join(folder, CHROMIUM_LICENCES));
  return places.find((path) => existsSync(path)) ?? null;
}
