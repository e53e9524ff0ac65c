import { app, cli } from './en/app.ts';
import { command } from './en/command.ts';
import { desktop } from './en/desktop.ts';
import { problem } from './en/problem.ts';
import { setup } from './en/server-setup.ts';
import { ui } from './en/ui.ts';

export const en = { name: 'English', app, cli, desktop, command, problem, setup, ui };

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> } & MoreForms<T>;

/** Plural forms (CLDR's names) that English has not, where it has `…_other`: for the languages that need them. */
type MoreForms<T> = {
  readonly [K in keyof T as K extends `${infer Base}_other`
    ? `${Base}_${'zero' | 'two' | 'few' | 'many'}`
    : never]?: string;
};

/**
 * The shape every language has to fill: a text that is missing, or one too many, fails the build. `name` is what the
 * language calls itself.
 */
export type Language = Texts<typeof en>;
