import { describe, expect, it } from 'vitest';
import {
  DENIALS,
  isRequestAllowed,
  isUpdateRequestAllowed,
  PREVENTED_NAVIGATION,
  WINDOW_OPEN,
} from '../../../electron/security/session-rules.ts';
import { CSP, SECURITY_HEADERS } from '../../../electron/security/ui-headers.ts';

const policy = Object.fromEntries(CSP.map(({ name, value }) => [name, value]));

describe('the content security policy', () => {
  it('begins with nothing and allows only what is listed here', () => {
    expect(CSP[0]?.name).toBe('default-src');
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'worker-src': "'none'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'object-src': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    });
  });

  it('has a reason per line, no line twice, and is the header that is sent', () => {
    expect(CSP.every(({ reason }) => reason.length > 10)).toBe(true);
    expect(Object.keys(policy)).toHaveLength(CSP.length);
    for (const { name, value } of CSP)
      expect(SECURITY_HEADERS['Content-Security-Policy']).toContain(`${name} ${value}`);
  });

  it('has no unsafe word, no wildcard and no address of the network', () => {
    expect(SECURITY_HEADERS['Content-Security-Policy']).not.toMatch(/unsafe|\*|https?:|wss?:|blob:/);
  });
});

describe('the other headers', () => {
  it('stop sniffing, sharing and every feature', () => {
    expect(SECURITY_HEADERS).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
    });
    for (const feature of (SECURITY_HEADERS['Permissions-Policy'] ?? '').split(', ')) {
      expect(feature).toMatch(/^[a-z-]+=\(\)$/);
    }
  });
});

describe('the session', () => {
  it('says no to everything, each with a reason', () => {
    const answers = Object.fromEntries(Object.entries(DENIALS).map(([name, { answer }]) => [name, answer]));
    expect(answers).toEqual({
      permissionRequest: false,
      permissionCheck: false,
      device: false,
      displayMedia: null,
      bluetoothPairing: { confirmed: false },
      spellChecker: false,
      spellCheckerLanguages: [],
      names: 'secure',
      download: 'prevent',
      clientCertificate: undefined,
      webRtc: 'disable_non_proxied_udp',
    });
    for (const { reason } of Object.values(DENIALS)) expect(reason.length).toBeGreaterThan(10);
  });

  it('lets the page load its own files', () => {
    expect(isRequestAllowed('app://ui/index.html')).toBe(true);
    expect(isRequestAllowed('app://ui/assets/index.js')).toBe(true);
  });

  it.each([
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'data:text/html,x',
    'blob:app://ui/1',
    'devtools://devtools/bundled/inspector.html',
    'app://ui.example.org/',
    'app://ui@example.org/',
    'app://uix/',
    'app://ui',
    '',
  ])('blocks %j', (url) => {
    expect(isRequestAllowed(url)).toBe(false);
  });
});

describe('the updater’s session', () => {
  it.each([
    'https://github.com/toctoc-app/toctoc/releases.atom',
    'https://github.com/toctoc-app/toctoc/releases/latest',
    'https://github.com/toctoc-app/toctoc/releases/download/v1.0.0/latest.yml',
    'https://release-assets.githubusercontent.com/github-production-release-asset/1/x?y=z',
    'https://objects.githubusercontent.com/x',
  ])('may ask for %s', (url) => {
    expect(isUpdateRequestAllowed(url, false)).toBe(true);
  });

  it.each([
    'http://github.com/toctoc-app/toctoc/releases.atom',
    'https://github.com/toctoc-app/toctoc/releasesx',
    'https://github.com/somebody/toctoc/releases/latest',
    'https://github.com.example.org/toctoc-app/toctoc/releases/latest',
    'https://github.com@example.org/toctoc-app/toctoc/releases/latest',
    'https://objects.githubusercontent.com.example.org/',
    'https://example.org/?https://github.com/toctoc-app/toctoc/releases/latest',
    'http://127.0.0.1:8000/latest.yml',
    'file:///etc/passwd',
  ])('may not ask for %s', (url) => {
    expect(isUpdateRequestAllowed(url, false)).toBe(false);
  });

  it('goes to loopback alone in tests', () => {
    expect(isUpdateRequestAllowed('http://127.0.0.1:8000/latest.yml', true)).toBe(true);
    expect(isUpdateRequestAllowed('https://github.com/toctoc-app/toctoc/releases/latest', true)).toBe(false);
    expect(isUpdateRequestAllowed('http://127.0.0.1.example.org:80/', true)).toBe(false);
  });
});

describe('navigation', () => {
  it('is prevented in every form, and no window opens', () => {
    expect(Object.keys(PREVENTED_NAVIGATION)).toEqual([
      'will-navigate',
      'will-redirect',
      'will-frame-navigate',
      'will-attach-webview',
    ]);
    expect(WINDOW_OPEN).toEqual({ action: 'deny' });
  });
});
