import { homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { dataFolderHere } from '../cli/data-folder.ts';
import { finderFor } from '../launch/finders/here.ts';
import { ownCommand } from '../launch/ssh-config/own-command.ts';
import { SshConfig } from '../launch/ssh-config/ssh-config.ts';

/**
 * The ssh configuration of this person, and how it can call this app.
 *
 * @param dataFolder absolute; named in what ssh reads when it is not the usual one
 */
export function createSshConfig(dataFolder: string): SshConfig {
  const { platform, env, execPath, resourcesPath } = process;
  return new SshConfig({
    folder: join(home(), '.ssh'),
    platform,
    dataFolder: resolve(dataFolder) === dataFolderHere().path ? null : dataFolder,
    ownCommand: () =>
      ownCommand({
        ...{ platform, environment: env, packaged: app.isPackaged, execPath, resources: resourcesPath },
        root: app.getAppPath(),
        find: finderFor(platform, env).program,
      }),
  });
}

/** ssh itself asks the system where the home is, not `$HOME`. */
function home(): string {
  try {
    return userInfo().homedir;
  } catch {
    return homedir();
  }
}
