/** Les modifications non enregistrées. */
export const draft = {
  mark: 'modifications non enregistrées',
  server: 'Serveur en préparation',
  unsaved: 'Des modifications ne sont pas enregistrées ici. Toctoc frappe avec la version enregistrée.',
  goOn: 'Reprendre la saisie',
  discard: 'Abandonner les modifications',
  discarded: 'Modifications de « {{name}} » abandonnées.',
  discardedNew: 'Nouveau profil abandonné.',
};
