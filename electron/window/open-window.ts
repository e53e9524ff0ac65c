import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { UI_INDEX } from '../security/ui-file.ts';
import type { WindowPlace } from '../system/desktop-memory.ts';
import { backgroundFor, windowOptions } from './window-options.ts';
import { placeOn } from './window-place.ts';

/** A window that is loading its page, and shows itself when that is drawn. */
export interface OpenedWindow {
  readonly window: BrowserWindow;
  /** Settles when the page is loaded; rejects when it could not be, so it wants a `catch`. */
  readonly loaded: Promise<void>;
}

/**
 * Makes, loads and shows the window. Call it after `ready`, with the scheme served and the policies installed.
 *
 * @param out absolute path of the built app
 * @param place where it was when it was last closed
 */
export function openWindow(out: string, place: WindowPlace | null): OpenedWindow {
  const window = new BrowserWindow({
    ...windowOptions(join(out, 'preload/preload.cjs'), nativeTheme.shouldUseDarkColors),
    ...placeOn(
      place,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
  });
  keepBackground(window);
  window.once('ready-to-show', () => {
    if (place?.maximized === true) window.maximize();
    window.show();
  });
  return { window, loaded: window.loadURL(UI_INDEX) };
}

function keepBackground(window: BrowserWindow): void {
  const follow = () => window.setBackgroundColor(backgroundFor(nativeTheme.shouldUseDarkColors));
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.off('updated', follow));
}
