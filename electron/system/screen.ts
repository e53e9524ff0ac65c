import { app } from 'electron';

/** The switch of an app that the command line started where there was no screen. */
export const HEADLESS = '--ozone-platform=headless';

/** Whether this app draws its windows where nobody can see them. A platform cannot be changed while the app runs. */
export function isOffScreen(): boolean {
  return app.commandLine.getSwitchValue('ozone-platform') === 'headless';
}
