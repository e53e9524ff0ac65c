import { app, type Session, session } from 'electron';
import { DENIALS, isRequestAllowed, isUpdateRequestAllowed } from './session-rules.ts';

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
  // Off or not, Electron fetches a dictionary from Google for each language that is set; the system's is, by itself.
  session.setSpellCheckerLanguages([...DENIALS.spellCheckerLanguages.answer]);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isRequestAllowed(details.url) }));
}

/** Covers every session there will be, the default one included. Call it before `ready`. */
export function installSessionPolicy(): void {
  app.on('session-created', denyAll);
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback(DENIALS.clientCertificate.answer);
  });
}

/** How many looks for a new version are under way: names are looked up for them, and for nothing else. */
let asking = 0;

/**
 * From now on Chromium looks up no name: it may ask secure servers only, and has none. What Toctoc itself looks up, it
 * looks up by Node. Call it after `ready`, before a page can have been answered anything: by `<link rel="dns-prefetch">`,
 * which no content security policy covers, one could tell somebody a secret in a name. It starts Chromium's network
 * process, some ms that a window need not wait for.
 */
export function refuseNames(): void {
  app.configureHostResolver({ secureDnsMode: DENIALS.names.answer, secureDnsServers: [] });
}

/**
 * The session that electron-updater asks the network through, by the name it has there: it goes where new versions come
 * from, and nowhere else. No page ever gets it.
 *
 * @param onLoopback for tests of a build that is not packaged
 */
export function openUpdateSession(onLoopback: boolean): void {
  session
    .fromPartition('electron-updater', { cache: false })
    .webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isUpdateRequestAllowed(url, onLoopback) }));
}

/**
 * Lets names be looked up until `work`, which asks where new versions come from, has ended, well or not, or is given up:
 * a server that never answers keeps electron-updater waiting, whoever has stopped to wait for it.
 *
 * @throws the reason of `until` once it is aborted
 */
export async function withNames<T>(until: AbortSignal, work: () => Promise<T>): Promise<T> {
  until.throwIfAborted();
  const givenUp = new Promise<never>((_, reject) => {
    until.addEventListener('abort', () => reject(until.reason), { once: true });
  });
  asking += 1;
  // As Chromium has it by itself.
  app.configureHostResolver({ secureDnsMode: 'automatic', secureDnsServers: [] });
  try {
    return await Promise.race([work(), givenUp]);
  } finally {
    asking -= 1;
    if (asking === 0) refuseNames();
  }
}
