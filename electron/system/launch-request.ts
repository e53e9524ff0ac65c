import * as v from 'valibot';
import { assertNever } from '../../shared/result.ts';

/** Start without a window: at login, or for the command line. */
const HIDDEN_WORD = '--hidden';
/** Quit by itself once nothing needs it: the command line passes it, because nobody else would ever quit that app. */
export const QUIT_WHEN_IDLE_SWITCH = 'quit-when-idle';
const QUIT_WHEN_IDLE_WORD = `--${QUIT_WHEN_IDLE_SWITCH}`;
/** Choose a server in the small window: a desktop's own shortcut, or an action of the launcher icon, runs this. */
export const QUICK_PICK_WORD = '--quick-pick';
const CONNECT = '--connect=';

/** The scheme of our links, `toctoc://open/<profile id>`. */
export const LINK_SCHEME = 'toctoc';
const LINK = /^toctoc:\/\/open\/([a-z0-9-]{1,40})\/?$/i;

/** What leads a Linux program to the person's screen and session. */
const SCREEN_VARIABLES = [
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_RUNTIME_DIR',
  'XDG_SESSION_TYPE',
  'XDG_CURRENT_DESKTOP',
  'DBUS_SESSION_BUS_ADDRESS',
] as const;

/** The screen that the person sits at, as environment variables. */
const screen = v.record(v.picklist(SCREEN_VARIABLES), v.string());
const profileId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

const LaunchRequestSchema = v.variant('kind', [
  /** For the command line: neither window nor tray. */
  v.object({ kind: v.literal('stay-hidden') }),
  /** At login: the tray, and no window. */
  v.object({ kind: v.literal('rest'), screen }),
  v.object({ kind: v.literal('show'), screen }),
  v.object({ kind: v.literal('quick-pick'), screen }),
  /** A link: it selects, and asks. It never sends a packet, for anybody can make one. */
  v.object({ kind: v.literal('select'), profileId, screen }),
  v.object({ kind: v.literal('bad-link'), screen }),
  /** An entry of the jump list, which the system keeps for us and the person clicked. */
  v.object({ kind: v.literal('connect'), profileId, screen }),
]);

/** What a start of the app asks for, its first or a further one. */
export type LaunchRequest = v.InferOutput<typeof LaunchRequestSchema>;
/** One that wants the person's screen. */
export type ScreenRequest = Exclude<LaunchRequest, { kind: 'stay-hidden' }>;

/** Reads the words of the command line; those of Electron and Chromium are none of ours. */
export function launchRequest(argv: readonly string[], env: NodeJS.ProcessEnv): LaunchRequest {
  const set = SCREEN_VARIABLES.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  const screen: ScreenRequest['screen'] = Object.fromEntries(set);
  // A link outranks all else: whatever stands beside it may have come in with it.
  const link = argv.find(isLink);
  if (link !== undefined) return { ...linkRequest(link), screen };
  const hidden = argv.includes(HIDDEN_WORD);
  if (hidden && argv.includes(QUIT_WHEN_IDLE_WORD)) return { kind: 'stay-hidden' };
  if (hidden) return { kind: 'rest', screen };
  if (argv.includes(QUICK_PICK_WORD)) return { kind: 'quick-pick', screen };
  const connect = argv.find((word) => word.startsWith(CONNECT))?.slice(CONNECT.length);
  if (v.is(profileId, connect)) return { kind: 'connect', profileId: connect, screen };
  return { kind: 'show', screen };
}

/** The words of a start without what it asks for: those that every further start of the same copy needs. */
export function lastingWords(argv: readonly string[]): readonly string[] {
  const asks = [HIDDEN_WORD, QUIT_WHEN_IDLE_WORD, QUICK_PICK_WORD];
  return argv.filter((word) => !asks.includes(word) && !word.startsWith(CONNECT) && !isLink(word));
}

function isLink(word: string): boolean {
  return new RegExp(`^${LINK_SCHEME}:`, 'i').test(word);
}

/** Reads a link: a profile to select, or that it is none of ours. */
export function linkRequest(link: string): Extract<LaunchRequest, { kind: 'select' | 'bad-link' }> {
  const id = LINK.exec(link)?.[1]?.toLowerCase();
  return id === undefined ? { kind: 'bad-link', screen: {} } : { kind: 'select', profileId: id, screen: {} };
}

/** The word of the command line that asks for a profile to be knocked on and connected to. */
export function connectWord(id: string): string {
  return `${CONNECT}${id}`;
}

/** The words that ask for the same again; see {@link launchRequest}. */
export function wordsOf(request: LaunchRequest): readonly string[] {
  switch (request.kind) {
    case 'stay-hidden':
      return [HIDDEN_WORD, QUIT_WHEN_IDLE_WORD];
    case 'rest':
      return [HIDDEN_WORD];
    case 'show':
      return [];
    case 'quick-pick':
      return [QUICK_PICK_WORD];
    case 'select':
      return [`${LINK_SCHEME}://open/${request.profileId}`];
    case 'bad-link':
      return [`${LINK_SCHEME}:`];
    case 'connect':
      return [connectWord(request.profileId)];
    default:
      return assertNever(request);
  }
}

/** What a further start handed over. Whatever is not understood shows the window: a person may be waiting for it. */
export function parseLaunchRequest(data: unknown): LaunchRequest {
  const parsed = v.safeParse(LaunchRequestSchema, data);
  return parsed.success ? parsed.output : { kind: 'show', screen: {} };
}
