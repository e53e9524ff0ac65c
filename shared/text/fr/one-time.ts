/** Listes à usage unique : des séquences que le serveur n’accepte qu’une fois chacune. */
export const oneTime = {
  label: 'Liste à usage unique',
  hint: 'Pour one_time_sequences de knockd : une nouvelle séquence à chaque ouverture, à la place de celle ci-dessus.',
  generate: 'Générer une liste',
  import: 'Importer une liste…',
  left: 'Il en reste {{left}} sur {{total}}',
  inSequence: 'De la liste à usage unique',
  next: 'Prochaine ligne',
  nextHint: 'Sur {{total}}. Ne la changez que si le serveur est ailleurs dans sa liste.',
  saveForServer: 'Enregistrer pour le serveur…',
  saved: 'Enregistré : {{path}}',
  remove: 'Retirer la liste',
  few: 'Il reste peu de lignes. knockd 0.8 plante quand la dernière sert, et la porte peut alors rester ouverte : faites avant cela une nouvelle liste, ici et sur le serveur.',
  ipv6: 'En IPv6, knockd 0.8 n’apprend jamais la deuxième ligne : choisissez IPv4, ou Automatique.',
  check:
    'Une ligne n’est consommée que si la porte a été vue ouverte : elle est regardée même si Vérifier la porte est désactivé.',
  generated:
    'Enregistrez-la aussi pour le serveur, dans le fichier que one_time_sequences nomme. Configurer le serveur… écrit tout.',
  generateSequence: 'Générer une séquence',
  generatedSequence: '{{knocks}}, environ {{bits}} bits de hasard. Le serveur doit la connaître aussi.',
} as const;
