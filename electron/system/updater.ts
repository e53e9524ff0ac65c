import { app } from 'electron';
import { AppImageUpdater, type AppUpdater, CancellationToken, MacUpdater, NsisUpdater } from 'electron-updater';
import type { UpdateChannel } from '../../shared/model/settings.ts';
import { openUpdateSession, withNames } from '../security/session-policy.ts';
import { CHECK_LIMIT_MS } from '../updates/limits.ts';
import { versionToOffer } from '../updates/offer.ts';
import { replaceImage } from '../updates/replace-image.ts';
import type { Updater } from '../updates/updates.ts';

/** In the place of the one that electron-updater makes for this computer, and sends with every request. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** An AppImage that keeps its name, and its old self until the new one is whole: see replace-image.ts. */
class ImageUpdater extends AppImageUpdater {
  protected override doInstall({ isForceRunAfter }: { readonly isForceRunAfter: boolean }): boolean {
    const image = process.env['APPIMAGE'];
    const update = this.installerPath;
    if (image === undefined || update === null) throw new Error('there is no image to replace');
    replaceImage(image, update);
    // By itself, not by `app.relaunch`: that would start from this image's folder, which goes with this process.
    if (isForceRunAfter) this.spawnLog(image, [], process.env).catch(report);
    return true;
  }
}

function ownUpdater(): AppUpdater {
  if (process.platform === 'win32') return new NsisUpdater();
  return process.platform === 'darwin' ? new MacUpdater() : new ImageUpdater();
}

let report: (error: unknown) => void = () => {};

/**
 * electron-updater, as strict as it can be. It checks the hash of what it fetched (`sha512` in the release's list) and,
 * on Windows and macOS, that its signature is by whom this version's is.
 *
 * @param testConfig path of an `app-update.yml` with a server on loopback; only heeded by a build that is not packaged
 */
export function createUpdater(testConfig: string | null, onError: (error: unknown) => void): Updater {
  report = onError;
  const config = app.isPackaged ? null : testConfig;
  openUpdateSession(config !== null);
  const updater = ownUpdater();
  // Its errors come as rejections as well; without a listener they would be thrown.
  updater.logger = null;
  updater.on('error', () => {});
  updater.autoDownload = false;
  updater.disableWebInstaller = true;
  // On macOS the system itself puts it in place when the app has ended.
  updater.autoInstallOnAppQuit = process.platform === 'darwin';
  if (config !== null) {
    updater.forceDevUpdateConfig = true;
    updater.updateConfigPath = config;
  }
  Reflect.set(updater, 'stagingUserIdPromise', { value: Promise.resolve(NOBODY) });
  updater.isUserWithinRollout = () => true;

  return {
    async check(channel: UpdateChannel) {
      updater.allowPrerelease = channel === 'beta';
      // Allows downgrades as well, by itself.
      if (channel === 'beta') updater.channel = channel;
      updater.allowDowngrade = false;
      const result = await withNames(AbortSignal.timeout(CHECK_LIMIT_MS), () => updater.checkForUpdates());
      if (result === null) throw new Error('this copy cannot update itself');
      if (!result.isUpdateAvailable) return null;
      return versionToOffer(updater.currentVersion.version, result.updateInfo.version, channel);
    },
    async download(onProgress, signal) {
      const token = new CancellationToken();
      signal.addEventListener('abort', () => token.cancel(), { once: true });
      updater.on('download-progress', ({ percent }) => onProgress(Math.floor(percent)));
      await withNames(signal, () => updater.downloadUpdate(token));
    },
    install(restart) {
      if (updater instanceof MacUpdater) {
        if (restart) updater.quitAndInstall();
      } else if (updater instanceof NsisUpdater || updater instanceof AppImageUpdater) {
        updater.install(true, restart);
      }
    },
  };
}
