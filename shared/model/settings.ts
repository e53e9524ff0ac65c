import * as v from 'valibot';
import { LANGUAGE_CODES } from '../text/best-language.ts';
import type { LanguageCode } from '../text/languages.ts';
import { DEFAULT_GAP_MS } from './defaults.ts';
import { HISTORY_LENGTHS } from './history.ts';
import { HoldSchema } from './profile.ts';
import { GapSchema } from './sequence.ts';
import { AccentSchema, ThemeSchema } from './theme.ts';

export const LANGUAGES = ['system', ...LANGUAGE_CODES] as const;
/** How often a run that did not open its door tries again, to choose from. */
export const RETRIES = [0, 1, 2, 3, 5, 10] as const;
/** How the list of profiles is sorted. */
export const LIST_ORDERS = ['added', 'name', 'host'] as const;
/** Which versions the app looks for. */
export const UPDATE_CHANNELS = ['stable', 'beta'] as const;
export type UpdateChannel = (typeof UPDATE_CHANNELS)[number];
/** Whether it looks for any: without a yes nothing is sent. `unasked`: nobody has been asked yet. */
export const UPDATE_CHOICES = ['unasked', 'off', ...UPDATE_CHANNELS] as const;
export type UpdateChoice = (typeof UPDATE_CHOICES)[number];
/** Which ends of a run are told by a notification. */
export const NOTIFICATIONS = ['all', 'failures', 'none'] as const;

const LanguageSchema = v.picklist(LANGUAGES, 'value-unknown');
const CloseToTraySchema = v.nullable(v.boolean('value-unknown'));
const NotificationsSchema = v.picklist(NOTIFICATIONS, 'value-unknown');
const UpdatesSchema = v.picklist(UPDATE_CHOICES, 'value-unknown');
const ShortcutSchema = v.nullable(v.pipe(v.string('value-unknown'), v.regex(/^[\w+]{1,80}$/, 'value-unknown')));
const ListOrderSchema = v.picklist(LIST_ORDERS, 'value-unknown');
const HistoryLengthSchema = v.picklist(HISTORY_LENGTHS, 'value-unknown');
const HoldTimeSchema = v.nullable(HoldSchema);
const RetriesSchema = v.nullable(v.picklist(RETRIES, 'value-unknown'));
const TerminalSchema = v.pipe(v.string('value-unknown'), v.regex(/^[a-z0-9-]{1,40}$/, 'value-unknown'));

/** As kept on disk. Every entry falls back by itself, so that one that is damaged does not cost the others. */
export const SettingsSchema = v.object({
  language: v.fallback(LanguageSchema, 'system'),
  theme: v.fallback(ThemeSchema, 'system'),
  accent: v.fallback(AccentSchema, 'system'),
  /** Whether the app stays in the tray when its window is closed; `null`: nobody has been asked yet. */
  closeToTray: v.fallback(CloseToTraySchema, null),
  notifications: v.fallback(NotificationsSchema, 'all'),
  /** Opens the quick pick from anywhere, as Electron writes it (`CommandOrControl+Alt+K`); `null`: none. */
  quickPickShortcut: v.fallback(ShortcutSchema, null),
  /** The launcher of profiles that say `auto`: an id of the detected list, or `auto` for the first that is installed. */
  defaultTerminal: v.fallback(TerminalSchema, 'auto'),
  /** The gap of a new profile (ms). */
  gapMs: v.fallback(GapSchema, DEFAULT_GAP_MS),
  /** The hold of a new profile (ms); `null`: what this system needs. */
  holdMs: v.fallback(HoldTimeSchema, null),
  /** After how many retries a run gives up; `null`: as the server needs it. One-time lists have their own count. */
  retries: v.fallback(RetriesSchema, null),
  listOrder: v.fallback(ListOrderSchema, 'added'),
  updates: v.fallback(UpdatesSchema, 'unasked'),
  /** How many runs the history keeps. */
  historyLength: v.fallback(HistoryLengthSchema, 500),
});

/** What the person chose for the whole app. */
export type Settings = Readonly<v.InferOutput<typeof SettingsSchema>>;

/** Some settings to change: here a wrong value is refused, not replaced. */
export const SettingsChangeSchema = v.pipe(
  v.strictObject({
    language: v.exactOptional(LanguageSchema),
    theme: v.exactOptional(ThemeSchema),
    accent: v.exactOptional(AccentSchema),
    closeToTray: v.exactOptional(CloseToTraySchema),
    notifications: v.exactOptional(NotificationsSchema),
    quickPickShortcut: v.exactOptional(ShortcutSchema),
    defaultTerminal: v.exactOptional(TerminalSchema),
    gapMs: v.exactOptional(GapSchema),
    holdMs: v.exactOptional(HoldTimeSchema),
    retries: v.exactOptional(RetriesSchema),
    listOrder: v.exactOptional(ListOrderSchema),
    updates: v.exactOptional(UpdatesSchema),
    historyLength: v.exactOptional(HistoryLengthSchema),
  } satisfies Record<keyof Settings, unknown>),
  v.check((change) => Object.keys(change).length > 0, 'nothing to change'),
);
export type SettingsChange = Readonly<v.InferOutput<typeof SettingsChangeSchema>>;

/** What holds until something was chosen. */
export const DEFAULT_SETTINGS: Settings = v.parse(SettingsSchema, {});

/** The language to speak: the one that was chosen, or the system's. */
export function spokenLanguage(settings: Settings, system: LanguageCode): LanguageCode {
  return settings.language === 'system' ? system : settings.language;
}
