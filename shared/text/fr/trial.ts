/** Essayer ce qui est saisi. */
export const trial = {
  begin: 'Essayer',
  hint: 'Frappe sans enregistrer ; rien n’est lancé.',
  label: 'L’essai',
  stop: 'Arrêter l’essai',
  timeLabel: 'Temps que prend la frappe',
  time: 'Dure {{total}} ; le serveur attend au moins {{limit}}.',
};
