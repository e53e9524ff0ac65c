import { app } from 'electron';
import { LINK_SCHEME } from './launch-request.ts';

/**
 * Tells Windows who opens our links. On macOS the bundle says so itself and on Linux the desktop file; a copy without a
 * lasting path, or one that runs from source, leaves the system as it is.
 */
export function registerLinks(program: { readonly file: string; readonly args: readonly string[] } | null): void {
  if (process.platform !== 'win32' || !app.isPackaged || program === null) return;
  app.setAsDefaultProtocolClient(LINK_SCHEME, program.file, [...program.args]);
}
