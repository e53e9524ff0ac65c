import type { Pane } from '../../../renderer/state/view.ts';
import type { Show } from './samples.ts';
import { desktop, quickPick } from './screens/desktop.ts';
import { editor } from './screens/editor.ts';
import { firstMinutes } from './screens/first-minutes.ts';
import { list } from './screens/list.ts';
import { runs } from './screens/runs.ts';
import { serverSetup } from './screens/server-setup.ts';
import { sharing } from './screens/sharing.ts';

/** The window's screens in groups, each in the state in which there is most to see. */
export const GROUPS: Readonly<Record<string, Readonly<Record<string, Show>>>> = {
  'First minutes': firstMinutes,
  'A server and its runs': runs,
  'The list': list,
  'The editor': editor,
  'Bringing in and taking out': sharing,
  'The server’s side': serverSetup,
  'Settings, locks and what lies over the page': desktop,
  'Quick pick': quickPick,
};

/** What the right-hand pane can be, and a screen that shows it: a kind that is forgotten is a type error. */
export const PANES: Readonly<Record<Pane['kind'], string>> = {
  selection: 'ready',
  new: 'editor-errors',
  edit: 'editor',
  history: 'history',
  setup: 'server-setup',
  settings: 'settings',
  about: 'about',
  import: 'import',
  export: 'export',
};
