/** Les exécutions terminées. */
export const history = {
  title: 'Historique',
  empty:
    'Aucune exécution pour l’instant. Ici seront listés les profils frappés, quand, et avec quel résultat ; jamais les ports.',
  off: 'Aucun historique n’est conservé. Les paramètres peuvent changer cela.',
  clear: 'Effacer l’historique',
  clearTitle: 'Effacer l’historique ?',
  clearText: 'Toutes ses exécutions seront oubliées. Les profils restent.',
  keep: 'Le garder',
  last: 'Dernières exécutions',
  all: 'Toutes ses exécutions',
  filter: 'Exécutions de',
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
  length_one: 'La dernière exécution',
  length_other: 'Les {{count}} dernières exécutions',
};
