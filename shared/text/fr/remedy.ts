/** Que presser après un échec. */
export const remedy = {
  slower: 'Frapper de nouveau avec un intervalle de {{gap}}',
  again: 'Frapper de nouveau',
  closeAgain: 'Refermer',
  keepText: 'Elle s’est ouverte avec un intervalle de {{gap}}.',
  keep: 'Garder cet intervalle',
  kept: 'L’intervalle de « {{name}} » est maintenant de {{gap}}.',
  edit: 'Modifier le profil',
};
