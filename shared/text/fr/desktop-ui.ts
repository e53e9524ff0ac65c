/** Ce que la fenêtre dit du bureau qui l’entoure. */
export const desktopUi = {
  favourite: 'Favori',
  favouriteHint: 'Favori : en premier dans le menu de l’icône',
  quickPick: {
    field: 'Frapper et se connecter à…',
    toClose: 'pour fermer',
    close: 'Fermer',
    show: 'Voir dans Toctoc',
  },
  section: {
    title: 'Bureau',
    autostart: 'Démarrer à l’ouverture de session',
    autostartHint: 'Caché, dans la zone de notification.',
    closeToTray: 'Rester dans la zone de notification quand la fenêtre est fermée',
    closeToTrayHint: 'Sinon, fermer la fenêtre quitte Toctoc, et les portes ne sont plus gardées ouvertes.',
    notifications: 'Notifications',
    notificationsHint: 'Quand une exécution finit et qu’aucune fenêtre de Toctoc n’est active.',
    notificationChoices: { all: 'Toutes', failures: 'Ce qui a échoué', none: 'Aucune' },
    shortcut: 'Raccourci du choix rapide',
    shortcutHint: 'Ouvre le choix rapide de partout. Appuyez sur les touches, par exemple Ctrl+Alt+K.',
    shortcutNone: 'Aucun',
    shortcutPress: 'Appuyez sur les touches…',
    shortcutClear: 'Retirer le raccourci',
  },
  linkConnect: 'Frapper et se connecter à {{name}} ?',
  linkKnock: 'Frapper à {{name}} ?',
  linkHint: 'Un lien le demande. Rien n’a été envoyé.',
} as const;
