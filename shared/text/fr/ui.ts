import type { Language } from '../en.ts';
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

/** Tous les textes de la fenêtre, tels qu’un administrateur système francophone les écrirait. */
export const ui: Language['ui'] = {
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
  newProfile: 'Nouveau profil',
  knock: 'Frapper',
  knockAndConnect: 'Frapper et se connecter',
  cancel: 'Annuler',
  closeDoor: 'Fermer la porte',
  save: 'Enregistrer',
  edit: 'Modifier',
  duplicate: 'Dupliquer',
  delete: 'Supprimer',
  undo: 'Rétablir',
  back: 'Retour',
  pageFailed: {
    title: 'Cette page n’a pas pu être affichée',
    text: 'Les frappes continuent et tout ce qui est enregistré est là. Réessayez ; si cela revient, quittez Toctoc et relancez-le.',
    again: 'Réessayer',
  },
  dismiss: 'Masquer',
  loading: 'Ouverture…',
  duration: {
    ms: '{{value}} ms',
    s: '{{value}} s',
    minutes: '{{minutes}} min {{seconds}} s',
    hours: '{{hours}} h {{minutes}} min',
  },
  knocks_one: '{{count}} coup',
  knocks_other: '{{count}} coups',
  profile: {
    host: 'Hôte',
    door: 'Porte',
    doorPort: 'port {{port}}',
    doorUnchecked: 'port {{port}}, non vérifié',
    sequence: 'Coups',
    secret: '{{knocks}} (secret)',
    gap: '· espacés de {{gap}}',
    user: 'Utilisateur',
    next: 'Ensuite',
    nextNothing: 'ne rien lancer',
    deleted: '« {{name}} » a été supprimé.',
  },
};
