/** Plusieurs profils modifiés à la fois. */
export const bulk = {
  title: 'Modifier ensemble',
  gap: 'Intervalle (ms)',
  addTag: 'Ajouter une étiquette',
  removeTag: 'Retirer une étiquette',
  launch: 'Lancement',
  unchanged: 'Laisser tel quel',
  apply: 'Appliquer',
  changed_one: '{{count}} profil a été modifié.',
  changed_other: '{{count}} profils ont été modifiés.',
};
