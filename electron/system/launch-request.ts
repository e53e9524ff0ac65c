import * as v from 'valibot';

/** Start without a window: at login, or for the command line. */
export const HIDDEN_SWITCH = 'hidden';
/** Quit by itself once nothing needs it: the command line passes it, because nobody else would ever quit that app. */
export const QUIT_WHEN_IDLE_SWITCH = 'quit-when-idle';

/** What a start of the app asks for, its first or a further one. */
export interface LaunchRequest {
  readonly kind: 'show' | 'stay-hidden';
}

const LaunchRequestSchema = v.object({ kind: v.picklist(['show', 'stay-hidden']) });

export function launchRequest(hidden: boolean): LaunchRequest {
  return { kind: hidden ? 'stay-hidden' : 'show' };
}

/** What a further start handed over. Whatever is not understood shows the window: a person may be waiting for it. */
export function parseLaunchRequest(data: unknown): LaunchRequest {
  const parsed = v.safeParse(LaunchRequestSchema, data);
  return parsed.success ? parsed.output : { kind: 'show' };
}
