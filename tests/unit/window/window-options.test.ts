import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backgroundFor, windowOptions } from '../../../electron/window/window-options.ts';

const options = windowOptions('/opt/toctoc/preload.cjs', false);

describe('the window', () => {
  it('shuts every door between the page and Node', () => {
    expect(options.webPreferences).toEqual({
      preload: '/opt/toctoc/preload.cjs',
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
      webgl: false,
      disableDialogs: true,
    });
  });

  it('is named, sized, and hidden until the page is drawn', () => {
    expect(options).toMatchObject({ title: 'Toctoc', minWidth: 480, minHeight: 480, show: false });
  });

  it('has the desktop’s background from the first moment', () => {
    expect(windowOptions('p', true).backgroundColor).toBe(backgroundFor(true));
    expect(options.backgroundColor).toBe(backgroundFor(false));
    expect(backgroundFor(true)).not.toBe(backgroundFor(false));
  });

  it('has the page’s own background, light first', () => {
    const tokens = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');
    const surfaces = [...tokens.matchAll(/--surface: (#[0-9a-f]{6});/g)].map(([, colour]) => colour);
    expect(surfaces).toEqual([backgroundFor(false), backgroundFor(true)]);
  });
});
