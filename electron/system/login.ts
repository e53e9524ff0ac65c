import { app } from 'electron';

/** Whether macOS started us at login: its login items carry no words. */
export function startedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}
