import { app, type Session } from 'electron';
import { DENIALS, isRequestAllowed } from './session-rules.ts';

/**
 * Denies one session everything the page has no use for, by the tables in session-rules.ts. Certificate errors keep
 * Electron's default, which is to refuse.
 */
function denyAll(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(DENIALS.permissionRequest.answer));
  session.setPermissionCheckHandler(() => DENIALS.permissionCheck.answer);
  session.setDevicePermissionHandler(() => DENIALS.device.answer);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(DENIALS.displayMedia.answer));
  session.setBluetoothPairingHandler((_details, callback) => callback(DENIALS.bluetoothPairing.answer));
  session.setSpellCheckerEnabled(DENIALS.spellChecker.answer);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isRequestAllowed(details.url) }));
}

/** Covers every session there will be, the default one included. Call it before `ready`. */
export function installSessionPolicy(): void {
  app.on('session-created', denyAll);
}
