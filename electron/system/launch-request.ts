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

const LaunchRequestSchema = v.variant('kind', [
  v.object({ kind: v.literal('stay-hidden') }),
  v.object({
    kind: v.literal('show'),
    /** The screen that the person sits at, as environment variables. */
    screen: v.record(v.picklist(SCREEN_VARIABLES), v.string()),
  }),
]);

/** What a start of the app asks for, its first or a further one. */
export type LaunchRequest = v.InferOutput<typeof LaunchRequestSchema>;

export function launchRequest(hidden: boolean, env: NodeJS.ProcessEnv): LaunchRequest {
  if (hidden) return { kind: 'stay-hidden' };
  const set = SCREEN_VARIABLES.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  return { kind: 'show', screen: Object.fromEntries(set) };
}

/** What a further start handed over. Whatever is not understood shows the window: a person may be waiting for it. */
export function parseLaunchRequest(data: unknown): LaunchRequest {
  const parsed = v.safeParse(LaunchRequestSchema, data);
  return parsed.success ? parsed.output : { kind: 'show', screen: {} };
}
