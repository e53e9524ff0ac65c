import type { Language } from './en.ts';
import { app, cli } from './fr/app.ts';
import { command } from './fr/command.ts';
import { desktop } from './fr/desktop.ts';
import { problem } from './fr/problem.ts';
import { setup } from './fr/server-setup.ts';
import { ui } from './fr/ui.ts';

/** French, complete: a text that is missing, or one too many, fails the build. */
export const fr: Language = { name: 'Français', app, cli, desktop, command, problem, setup, ui };
