import { PAGES } from './link-table.ts';
import { UI_ORIGIN } from './ui-file.ts';

/** One thing a page could ask of the browser below it, the answer, and why. */
export interface Denial<Answer> {
  readonly answer: Answer;
  readonly reason: string;
}

/**
 * What every session answers. The handlers in session-policy.ts only pass these on: to allow something, a line has to
 * change here, and the test that reads this table with it.
 */
export const DENIALS = {
  permissionRequest: { answer: false, reason: 'the page needs no camera, place, notification: main does all of it' },
  permissionCheck: { answer: false, reason: 'without it, Electron says yes to most silent checks' },
  device: { answer: false, reason: 'no USB, HID or serial device is ever spoken to' },
  displayMedia: { answer: null, reason: 'nothing captures the screen' },
  bluetoothPairing: { answer: { confirmed: false }, reason: 'nothing is paired' },
  spellChecker: { answer: false, reason: 'host names are not prose, and dictionaries come from a server' },
  spellCheckerLanguages: { answer: [], reason: 'no dictionary is fetched for the system’s language' },
  names: { answer: 'secure', reason: 'no name is looked up for a page: there is no secure server to ask' },
  download: { answer: 'prevent', reason: 'files are written by main, where the person chose' },
  clientCertificate: { answer: undefined, reason: 'by itself Electron shows the first of the person’s to who asks' },
  webRtc: { answer: 'disable_non_proxied_udp', reason: 'the CSP does not cover WebRTC, which could carry data out' },
} as const satisfies Record<string, Denial<unknown>>;

/**
 * Whether a request may leave the page: our own files only. `data:` pictures never reach the network layer, and the
 * developer tools, which load from `devtools://`, are for debugging builds with this policy taken out.
 */
export function isRequestAllowed(url: string): boolean {
  return url.startsWith(`${UI_ORIGIN}/`);
}

/** Where new versions come from: the releases of our own repository, and where GitHub keeps their files. */
const UPDATE_ADDRESSES = [
  PAGES.downloads,
  'https://release-assets.githubusercontent.com/',
  'https://objects.githubusercontent.com/',
] as const;

/** Whether the updater may ask for this: over TLS, or in tests on loopback. Redirects come through here too. */
export function isUpdateRequestAllowed(url: string, onLoopback: boolean): boolean {
  if (onLoopback) return url.startsWith('http://127.0.0.1:');
  const [releases, ...files] = UPDATE_ADDRESSES;
  const rest = url.startsWith(releases) ? url.slice(releases.length) : null;
  return (rest !== null && /^([/.?]|$)/.test(rest)) || files.some((address) => url.startsWith(address));
}

/** What a page could do to leave `app://ui`, each prevented for every webContents. */
export const PREVENTED_NAVIGATION = {
  'will-navigate': 'the page is one document; a link or a script must not replace it',
  'will-redirect': 'a redirect is the second half of a navigation',
  'will-frame-navigate': 'a frame could navigate where the main frame may not',
  'will-attach-webview': 'a <webview> is a browser with its own rules',
} as const;

/** `window.open`, `target=_blank`, middle click: no second window, and nothing handed to the system either. */
export const WINDOW_OPEN = { action: 'deny' } as const;
