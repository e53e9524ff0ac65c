import type { ActionId } from '../../model/shortcuts.ts';
import type { en } from '../en.ts';
import type { HelpPageId } from './pages.ts';

/** The paths of all texts below `T`, such as `editor.gap`. */
type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];

type Params = Readonly<Record<string, string>>;

/** What the app calls something, by the text's own key: a label that is renamed is renamed in the help. */
export interface Label {
  readonly kind: 'label';
  /** Of the window, or of what stands outside of it. */
  readonly from: 'ui' | 'desktop';
  readonly key: string;
  readonly params: Params;
}

/** A part of a sentence. */
export type Inline =
  | string
  | Label
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'page'; readonly page: HelpPageId }
  | { readonly kind: 'keys'; readonly action: ActionId };

export type Line = readonly Inline[];

/** A part of a page. `example`: what is typed or written word for word. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly line: Line }
  | { readonly kind: 'steps' | 'points'; readonly lines: readonly Line[] }
  | { readonly kind: 'example'; readonly text: string };

export type HelpPage = readonly Block[];

/** The whole help in one language: a page that is missing, or one too many, fails the build. */
export type Help = Readonly<Record<HelpPageId, HelpPage>>;

/** A button, field or title of the window. `params` fills its blanks, where it has any. */
export function label(key: Paths<typeof en.ui>, params: Params = {}): Label {
  return { kind: 'label', from: 'ui', key, params };
}

/** An entry of the tray's menu, or another text outside of the window. */
export function outside(key: Paths<typeof en.desktop>): Label {
  return { kind: 'label', from: 'desktop', key, params: {} };
}

export const code = (text: string): Inline => ({ kind: 'code', text });
/** A link to another page, by its title. */
export const page = (id: HelpPageId): Inline => ({ kind: 'page', page: id });
/** The keys of an action, as this system writes them. */
export const keys = (action: ActionId): Inline => ({ kind: 'keys', action });

/** A sentence with labels and links in it, as a template: say`Press ${label('save')}.` */
export function say(texts: TemplateStringsArray, ...parts: readonly Inline[]): Line {
  return texts.flatMap((text, at) => [text, parts[at] ?? '']).filter((part) => part !== '');
}

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (line: Line): Block => ({ kind: 'text', line });
/** What is done one after the other. */
export const steps = (...lines: readonly Line[]): Block => ({ kind: 'steps', lines });
export const points = (...lines: readonly Line[]): Block => ({ kind: 'points', lines });
export const example = (lines: string): Block => ({ kind: 'example', text: lines });
