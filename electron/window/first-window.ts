import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Theme, ThemeSchema } from '../../shared/model/theme.ts';
import { DesktopMemory } from '../system/desktop-memory.ts';
import type { LaunchRequest } from '../system/launch-request.ts';
import { startedAtLogin } from '../system/login.ts';
import { isOffScreen } from '../system/screen.ts';
import { applyTheme } from '../system/theme.ts';
import { type OpenedWindow, openWindow } from './open-window.ts';

/** What starts of the app ask for a window at once. */
const OPENS: ReadonlySet<LaunchRequest['kind']> = new Set(['show', 'select', 'bad-link']);

const SettingsSchema = v.object({ theme: v.fallback(ThemeSchema, 'system') });

/**
 * The window of a start that asks for one, else `null`. It is made before the app behind it is loaded: until its page has
 * a process that runs and asks for anything, the app is there. Nobody sees it before it has been drawn.
 *
 * @param out absolute path of the built app
 */
export function openFirstWindow(out: string, dataFolder: string, request: LaunchRequest): OpenedWindow | null {
  if (!OPENS.has(request.kind) || isOffScreen() || startedAtLogin()) return null;
  applyTheme(firstTheme(dataFolder));
  return openWindow(out, new DesktopMemory(dataFolder).memory.window);
}

/** The theme that the settings name. What is wrong with them is told by who reads them whole, a moment later. */
function firstTheme(dataFolder: string): Theme {
  try {
    return v.parse(SettingsSchema, JSON.parse(readFileSync(join(dataFolder, 'settings.json'), 'utf8'))).theme;
  } catch {
    return 'system';
  }
}
