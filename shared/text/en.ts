import { app, cli } from './en/app.ts';
import { command } from './en/command.ts';
import { desktop } from './en/desktop.ts';
import { problem } from './en/problem.ts';
import { setup } from './en/server-setup.ts';
import { ui } from './en/ui.ts';

export const en = { app, cli, desktop, command, problem, setup, ui };

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** The shape every language has to fill: a text that is missing, or one too many, fails the build. */
export type Language = Texts<typeof en>;
