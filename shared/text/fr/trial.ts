/** Essayer ce qui est saisi. */
export const trial = {
  begin: 'Essayer',
  hint: 'Frappe sans enregistrer ; rien n’est lancé.',
  label: 'L’essai',
  stop: 'Arrêter l’essai',
  timeLabel: 'Temps que prend la frappe',
  time: 'Prend {{total}} sur les {{limit}} que le serveur attend à coup sûr.',
};
