/** One line of the content security policy, and why it is as it is. */
interface Directive {
  readonly name: string;
  readonly value: string;
  readonly reason: string;
}

/**
 * The page's content security policy: everything is forbidden, then what the built page is made of is allowed.
 * Sent as a response header, so that no file in the folder can loosen it.
 */
export const CSP: readonly Directive[] = [
  { name: 'default-src', value: "'none'", reason: 'what is not named below does not load' },
  { name: 'script-src', value: "'self'", reason: 'the bundle; no inline script, no eval' },
  { name: 'worker-src', value: "'none'", reason: 'left out, it would be what script-src says; the page has no worker' },
  { name: 'style-src', value: "'self'", reason: 'CSS modules are static files; no inline style sheet' },
  { name: 'img-src', value: "'self' data:", reason: 'the bundler inlines small pictures as data: URLs' },
  { name: 'font-src', value: "'self'", reason: 'fonts are shipped, never fetched' },
  { name: 'connect-src', value: "'none'", reason: 'the page talks to main by IPC alone; no way out for stolen data' },
  { name: 'form-action', value: "'none'", reason: 'forms are handled by script and never sent' },
  { name: 'frame-ancestors', value: "'none'", reason: 'nothing may show the page inside itself' },
  { name: 'base-uri', value: "'none'", reason: 'an injected <base> would move every relative URL' },
  { name: 'object-src', value: "'none'", reason: 'no plug-ins; said aloud because audits look for it' },
  { name: 'require-trusted-types-for', value: "'script'", reason: 'a string given to innerHTML and its like throws' },
  { name: 'trusted-types', value: "'none'", reason: 'and nobody may make a policy that lets it through' },
];

/** Browser features the page could ask for: none is used. Only names that Chrome 130 knows; others warn in its console. */
const UNUSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking',
] as const;

/** On every answer of `app://ui`, refusals included. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CSP.map(({ name, value }) => `${name} ${value}`).join('; '),
  // A file is what its type says; a picture never runs as a script.
  'X-Content-Type-Options': 'nosniff',
  // No other document embeds its files. Neither an opener nor an embedder policy: no document opens another, by
  // navigation.ts, and none but ours is ever loaded, so there is nobody to keep apart. An opener policy would be known only
  // from this answer, when the window has a process already, and have the page wait for a second one.
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Nothing is fetched from elsewhere, so nobody needs to know where a request came from.
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  // After an update the page must never be put together from two versions.
  'Cache-Control': 'no-store',
};
