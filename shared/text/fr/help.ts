import type { Language } from '../en.ts';

export const help: Language['ui']['help'] = {
  title: 'Aide',
  contents: 'Toutes les pages',
  close: 'Fermer l’aide',
  search: 'Chercher dans l’aide',
  nothing: 'Rien ne correspond à « {{query}} ».',
  more: 'En savoir plus',
  moreOf: 'En savoir plus : {{page}}',
  found: 'Aide',
  pages: {
    'first-knock': 'Frapper et se connecter pour la première fois',
    import: 'Reprendre ses serveurs d’un autre outil',
    'server-setup': 'Préparer un serveur',
    'not-open': 'La porte ne s’ouvre pas',
    ssh: 'Se connecter avec ssh, PuTTY ou un autre programme',
    'one-time': 'Ne se servir qu’une fois de chaque séquence',
    vault: 'La protection des séquences, et un trousseau verrouillé',
    tray: 'L’icône, le choix rapide et les raccourcis',
    'command-line': 'La ligne de commande',
    sequence: 'Séquences, UDP, intervalles et nouvelles tentatives',
    protection: 'Ce dont frapper protège, et ce dont il ne protège pas',
  },
};
