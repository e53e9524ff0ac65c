import { about } from './about.ts';
import { bulk } from './bulk.ts';
import { chips } from './chips.ts';
import { desktopUi } from './desktop-ui.ts';
import { draft } from './draft.ts';
import { editor } from './editor.ts';
import { practice, welcome } from './first-minutes.ts';
import { hand } from './hand.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { hostTest } from './host-test.ts';
import { keepOpen, launch, notOpen, run } from './knocking.ts';
import { launching } from './launching.ts';
import { list } from './list.ts';
import { line, many } from './many.ts';
import { oneTime } from './one-time.ts';
import { remedy } from './remedy.ts';
import { serverSetup } from './server-setup.ts';
import { settings } from './settings.ts';
import { exporting, importing } from './sharing.ts';
import { timeline } from './timeline.ts';
import { trial } from './trial.ts';
import { updates } from './updates.ts';
import { vault } from './vault.ts';

/**
 * Every text of the window. Buttons carry the names that the command line, the page and the tests agree on.
 * `_one` and `_other` are i18next's plural forms, chosen by `count`; both languages need exactly these two for the
 * numbers that occur here (French has a third, `many`, from one million on).
 */
export const ui = {
  oneTime,
  serverSetup,
  settings,
  importing,
  exporting,
  launching,
  desktop: desktopUi,
  history,
  hostTest,
  remedy,
  about,
  bulk,
  chips,
  draft,
  hand,
  help,
  timeline,
  trial,
  updates,
  vault,
  many,
  line,
  list,
  run,
  notOpen,
  launch,
  keepOpen,
  welcome,
  practice,
  editor,
  newProfile: 'New profile',
  knock: 'Knock',
  knockAndConnect: 'Knock and connect',
  cancel: 'Cancel',
  closeDoor: 'Close door',
  save: 'Save',
  edit: 'Edit',
  duplicate: 'Duplicate',
  delete: 'Delete',
  undo: 'Undo',
  back: 'Back',
  pageFailed: {
    title: 'This page could not be drawn',
    text: 'Runs go on and everything saved is there. Try again; if it comes back, quit Toctoc and start it anew.',
    again: 'Try again',
  },
  dismiss: 'Dismiss',
  loading: 'Opening…',
  duration: {
    ms: '{{value}} ms',
    s: '{{value}} s',
    minutes: '{{minutes}} min {{seconds}} s',
    hours: '{{hours}} h {{minutes}} min',
  },
  knocks_one: '{{count}} knock',
  knocks_other: '{{count}} knocks',
  profile: {
    host: 'Host',
    door: 'Door',
    doorPort: 'port {{port}}',
    doorUnchecked: 'port {{port}}, not checked',
    sequence: 'Knocks',
    secret: '{{knocks}} (secret)',
    gap: '· {{gap}} apart',
    user: 'User',
    next: 'Then',
    nextNothing: 'nothing is launched',
    deleted: '“{{name}}” was deleted.',
  },
} as const;
