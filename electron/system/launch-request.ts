import * as v from 'valibot';

/** Start without a window: at login, or for the command line. */
export const HIDDEN_SWITCH = 'hidden';
/** Quit by itself once nothing needs it: the command line passes it, because nobody else would ever quit that app. */
export const QUIT_WHEN_IDLE_SWITCH = 'quit-when-idle';

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

const LaunchRequestSchema = v.variant('kind', [
  /** For the command line: neither window nor tray. */
  v.object({ kind: v.literal('stay-hidden') }),
  /** At login: the tray, and no window. */
  v.object({ kind: v.literal('rest'), screen }),
  v.object({ kind: v.literal('show'), screen }),
]);

/** What a start of the app asks for, its first or a further one. */
export type LaunchRequest = v.InferOutput<typeof LaunchRequestSchema>;
/** One that wants the person's screen. */
export type ScreenRequest = Exclude<LaunchRequest, { kind: 'stay-hidden' }>;

/** Reads the words of the command line; those of Electron and Chromium are none of ours. */
export function launchRequest(argv: readonly string[], env: NodeJS.ProcessEnv): LaunchRequest {
  const has = (name: string) => argv.includes(`--${name}`);
  if (has(HIDDEN_SWITCH) && has(QUIT_WHEN_IDLE_SWITCH)) return { kind: 'stay-hidden' };
  const set = SCREEN_VARIABLES.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  const screen: ScreenRequest['screen'] = Object.fromEntries(set);
  return { kind: has(HIDDEN_SWITCH) ? 'rest' : 'show', screen };
}

/** What a further start handed over. Whatever is not understood shows the window: a person may be waiting for it. */
export function parseLaunchRequest(data: unknown): LaunchRequest {
  const parsed = v.safeParse(LaunchRequestSchema, data);
  return parsed.success ? parsed.output : { kind: 'show', screen: {} };
}
