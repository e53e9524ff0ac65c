import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { installNavigationPolicy } from '../../../electron/security/navigation.ts';
import {
  installSessionPolicy,
  openUpdateSession,
  refuseNames,
  withNames,
} from '../../../electron/security/session-policy.ts';
import { DENIALS, PREVENTED_NAVIGATION, WINDOW_OPEN } from '../../../electron/security/session-rules.ts';

// Only that the policies pass on what the tables say; that Electron obeys them is for the end-to-end suite.
const { app, resolver, partition } = vi.hoisted(() => ({
  app: { listeners: new Map<string, (...args: unknown[]) => void>() },
  resolver: vi.fn(),
  partition: vi.fn(),
}));
vi.mock('electron', () => ({
  app: {
    on: (event: string, listener: (...args: unknown[]) => void) => app.listeners.set(event, listener),
    configureHostResolver: resolver,
  },
  session: { fromPartition: partition },
}));

type Handler = (...args: unknown[]) => unknown;

/** Records every `set…` call of a session or a webContents by its name. */
class Recorder extends EventEmitter {
  readonly handlers = new Map<string, unknown>();
  readonly webRequest = { onBeforeRequest: (handler: Handler) => this.handlers.set('onBeforeRequest', handler) };
  readonly #set = (name: string) => (value: unknown) => this.handlers.set(name, value);
  readonly setPermissionRequestHandler = this.#set('setPermissionRequestHandler');
  readonly setPermissionCheckHandler = this.#set('setPermissionCheckHandler');
  readonly setDevicePermissionHandler = this.#set('setDevicePermissionHandler');
  readonly setDisplayMediaRequestHandler = this.#set('setDisplayMediaRequestHandler');
  readonly setBluetoothPairingHandler = this.#set('setBluetoothPairingHandler');
  readonly setSpellCheckerEnabled = this.#set('setSpellCheckerEnabled');
  readonly setSpellCheckerLanguages = this.#set('setSpellCheckerLanguages');
  readonly setWindowOpenHandler = this.#set('setWindowOpenHandler');
  readonly setWebRTCIPHandlingPolicy = this.#set('setWebRTCIPHandlingPolicy');

  call(name: string, ...args: readonly unknown[]): unknown {
    const handler = this.handlers.get(name);
    if (typeof handler !== 'function') throw new Error(`${name} was not set`);
    return handler(...args);
  }

  /** What a handler with a callback answers: `at` is the callback's place among its arguments. */
  answered(name: string, at: number, ...args: readonly unknown[]): unknown {
    const answer = vi.fn();
    this.call(name, ...args.slice(0, at), answer);
    return answer.mock.calls[0]?.[0];
  }
}

const isPrevented = (target: EventEmitter, event: string): boolean => {
  const preventDefault = vi.fn();
  target.emit(event, { preventDefault });
  return preventDefault.mock.calls.length === 1;
};

describe('every session', () => {
  const session = new Recorder();
  beforeEach(() => {
    session.removeAllListeners();
    installSessionPolicy();
    app.listeners.get('session-created')?.(session);
  });

  it('shows nobody a certificate of the person’s', () => {
    const preventDefault = vi.fn();
    const answer = vi.fn();
    app.listeners.get('select-client-certificate')?.({ preventDefault }, null, 'https://x/', [{}], answer);
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(answer).toHaveBeenCalledExactlyOnceWith(DENIALS.clientCertificate.answer);
  });

  it('answers what the table says', () => {
    expect(session.answered('setPermissionRequestHandler', 2, null, 'media')).toBe(DENIALS.permissionRequest.answer);
    expect(session.call('setPermissionCheckHandler', null, 'media')).toBe(DENIALS.permissionCheck.answer);
    expect(session.call('setDevicePermissionHandler', {})).toBe(DENIALS.device.answer);
    expect(session.answered('setDisplayMediaRequestHandler', 1, {})).toBe(DENIALS.displayMedia.answer);
    expect(session.answered('setBluetoothPairingHandler', 1, {})).toBe(DENIALS.bluetoothPairing.answer);
    expect(session.handlers.get('setSpellCheckerEnabled')).toBe(DENIALS.spellChecker.answer);
    expect(session.handlers.get('setSpellCheckerLanguages')).toEqual([]);
  });

  it('cancels every request but the page’s own, and every download', () => {
    expect(session.answered('onBeforeRequest', 1, { url: 'https://example.org/' })).toEqual({ cancel: true });
    expect(session.answered('onBeforeRequest', 1, { url: 'app://ui/index.html' })).toEqual({ cancel: false });
    expect(isPrevented(session, 'will-download')).toBe(true);
  });
});

describe('names', () => {
  const refused = { secureDnsMode: 'secure', secureDnsServers: [] };
  const allowed = { secureDnsMode: 'automatic', secureDnsServers: [] };
  const betweenWindowAndRefusal = /openFirstWindow\([^)]*\);((?:(?!openFirstWindow).)*?)\brefuseNames\(\);/s;

  it('are refused before the first window’s page can have been answered: in the same turn of main', () => {
    const main = readFileSync(join(import.meta.dirname, '../../../electron/main.ts'), 'utf8');
    const [, between = 'await'] = betweenWindowAndRefusal.exec(main) ?? [];
    const code = between.replace(/\/\/.*/g, '').trim();
    expect(code, 'only a comment stands between the two').toBe('');
  });

  it('are looked up for nobody; and the updater’s session goes nowhere but to where versions are', () => {
    refuseNames();
    const session = new Recorder();
    partition.mockReturnValue(session);
    openUpdateSession(false);
    expect(resolver).toHaveBeenLastCalledWith(refused);
    expect(session.answered('onBeforeRequest', 1, { url: 'https://example.org/' })).toEqual({ cancel: true });
  });

  it('are looked up while a new version is asked for, and for nobody once that has ended, well or not', async () => {
    const asked = new Recorder();
    const forever = new AbortController().signal;
    const found = withNames(forever, () => once(asked, 'found'));
    const failed = withNames(forever, () => once(asked, 'lost'));
    expect(resolver).toHaveBeenLastCalledWith(allowed);
    asked.emit('found', '2.0.0');
    expect(await found).toEqual(['2.0.0']);
    expect(resolver, 'one is still asking').toHaveBeenLastCalledWith(allowed);
    asked.emit('error', new Error('ENOTFOUND'));
    await expect(failed).rejects.toThrow('ENOTFOUND');
    expect(resolver).toHaveBeenLastCalledWith(refused);
  });

  it('are looked up for nobody once a question that never ends has been given up', async () => {
    const limit = new AbortController();
    const asked = withNames(limit.signal, () => new Promise(() => {}));
    expect(resolver).toHaveBeenLastCalledWith(allowed);
    limit.abort(new Error('no answer'));
    await expect(asked).rejects.toThrow('no answer');
    expect(resolver).toHaveBeenLastCalledWith(refused);
  });
});

describe('every webContents', () => {
  const contents = new Recorder();
  beforeEach(() => {
    contents.removeAllListeners();
    installNavigationPolicy();
    app.listeners.get('web-contents-created')?.({}, contents);
  });

  it.each(Object.keys(PREVENTED_NAVIGATION))('%s is prevented', (event) => {
    expect(isPrevented(contents, event)).toBe(true);
  });

  it('has no listener that the table does not know', () => {
    expect(contents.eventNames()).toEqual(Object.keys(PREVENTED_NAVIGATION));
  });

  it('opens no window and shows WebRTC no network', () => {
    expect(contents.call('setWindowOpenHandler', { url: 'https://example.org/' })).toEqual(WINDOW_OPEN);
    expect(contents.handlers.get('setWebRTCIPHandlingPolicy')).toBe(DENIALS.webRtc.answer);
  });
});
