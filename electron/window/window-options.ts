import type { BrowserWindowConstructorOptions } from 'electron';

/** What is drawn before the page is there, so that a dark desktop sees no white flash: `--surface` in tokens.css. */
const BACKGROUND = { light: '#ffffff', dark: '#1d1f20' } as const;

/** px. The narrow side still fits the list alone; see the page's style sheets. */
const MINIMUM = { minWidth: 480, minHeight: 480 } as const;
const DEFAULT = { width: 1000, height: 700 } as const;

/** The colour behind a page that has not been drawn yet. */
export function backgroundFor(dark: boolean): string {
  return dark ? BACKGROUND.dark : BACKGROUND.light;
}

/**
 * What every page of ours may do: nothing but show itself and speak through the preload script.
 *
 * @param preload absolute path of the built preload script
 */
export function pagePreferences(preload: string) {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    // Neither is used: a part of the graphics driver, and questions that would look like the system's own.
    webgl: false,
    disableDialogs: true,
  } as const satisfies BrowserWindowConstructorOptions['webPreferences'];
}

/**
 * The options of the one window.
 *
 * @param preload absolute path of the built preload script
 */
export function windowOptions(preload: string, dark: boolean) {
  return {
    title: 'Toctoc',
    ...DEFAULT,
    ...MINIMUM,
    // Shown when the page is drawn; see open-window.ts.
    show: false,
    // The menu comes after it; see main-window.ts.
    autoHideMenuBar: true,
    backgroundColor: backgroundFor(dark),
    webPreferences: pagePreferences(preload),
  } as const satisfies BrowserWindowConstructorOptions;
}
