import { code, type HelpPage, heading, keys, label, outside, page, points, say, text } from '../blocks.ts';

export const tray: HelpPage = [
  heading('Dans la zone de notification'),
  points(
    say`Fermer la fenêtre demande une fois si Toctoc y reste : ${outside('closing.keep')}. Ensuite, ${label('desktop.section.closeToTray')} en décide, dans les paramètres.`,
    say`Le menu montre ce qui est en cours, le dernier serveur utilisé, vos favoris, puis vos étiquettes, puis le reste. L’étoile sur la page d’un profil en fait un favori.`,
    say`${label('desktop.section.autostart')}, dans les paramètres, démarre Toctoc caché.`,
    say`${label('desktop.section.notifications')} : quand une frappe se termine et qu’aucune fenêtre de Toctoc n’est au premier plan. Un clic y mène.`,
    say`${label('keepOpen.label')}, sur la page d’un profil qui a ${label('editor.keepOpen')}, frappe encore et encore, tant qu’il est actif et que Toctoc tourne.`,
  ),
  heading('Choix rapide'),
  points(
    say`${outside('tray.quickPick')} dans le menu de l’icône, ou un raccourci à vous : ${label('desktop.section.shortcut')}, dans les paramètres.`,
    say`Tapez quelques lettres. Entrée frappe et se connecte, Ctrl+Entrée (Cmd sur un Mac) ne fait que frapper, Échap le range.`,
  ),
  heading('Dans la fenêtre'),
  points(
    say`${keys('open')} : n’importe quel profil ou action en quelques lettres, et ce que dit cette aide.`,
    say`${keys('help')} : l’aide de ce que vous êtes en train de faire. ${keys('shortcuts')} : tous les raccourcis.`,
    say`Un lien comme ${code('toctoc://open/…')} choisit un profil et demande. Un lien n’envoie jamais de paquet.`,
  ),
  heading('S’il manque quelque chose'),
  points(
    say`Pas d’icône, sous GNOME : il n’en montre qu’avec une extension. Lancez Toctoc à nouveau, et sa fenêtre est là.`,
    say`Pas de raccourci, sous Wayland : un programme ne peut pas en prendre lui-même. Les paramètres nomment la commande à mettre derrière un raccourci de votre bureau.`,
    say`Pas de démarrage à la connexion : il est refusé à une copie portable, et à celle que macOS lance d’un endroit provisoire.`,
  ),
  text(say`Sans aucune fenêtre : ${page('command-line')}.`),
];
