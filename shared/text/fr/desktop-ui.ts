/** Ce que la fenêtre dit du bureau qui l’entoure. */
export const desktopUi = {
  favourite: 'Favori',
  favouriteHint: 'Favori : en premier dans le menu de l’icône',
  linkConnect: 'Frapper et se connecter à {{name}} ?',
  linkKnock: 'Frapper à {{name}} ?',
  linkHint: 'Un lien le demande. Rien n’a été envoyé.',
} as const;
