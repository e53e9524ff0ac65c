import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Said before Electron repeats it in a dozen lines of its own, which look worse than they are. */
export const NO_SESSION_BUS =
  'There is no session bus here, so Toctoc has no notifications and no keyring. Errors of “bus.cc” say the same.';

/** Whether a D-Bus session bus is named, or lies where every desktop with systemd has it. */
export function hasSessionBus(env: NodeJS.ProcessEnv): boolean {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: folder } = env;
  return Boolean(address) || (folder !== undefined && existsSync(join(folder, 'bus')));
}
