/** Les frappes terminées. */
export const history = {
  title: 'Historique',
  empty:
    'Aucune frappe pour l’instant. Ici seront listés les profils frappés, quand, et avec quel résultat ; jamais les ports.',
  off: 'Aucun historique n’est conservé. Les paramètres peuvent changer cela.',
  clear: 'Effacer l’historique',
  clearTitle: 'Effacer l’historique ?',
  clearText: 'Toutes ses frappes seront oubliées. Les profils restent.',
  keep: 'Le garder',
  last: 'Dernières frappes',
  all: 'Toutes ses frappes',
  filter: 'Frappes de',
  everyProfile: 'Tous les profils',
  attempts_one: '{{count}} tentative',
  attempts_other: '{{count}} tentatives',
  actions: {
    connect: 'Frapper et se connecter',
    knock: 'Frapper',
    close: 'Fermer la porte',
    refresh: 'Garder ouverte',
  },
  kept: 'Garder dans l’historique',
  lengthHint: 'Quand, quel profil, quelle adresse, quel résultat ; jamais les ports.',
  lengthNone: 'Rien',
  length_one: 'La dernière frappe',
  length_other: 'Les {{count}} dernières frappes',
};
