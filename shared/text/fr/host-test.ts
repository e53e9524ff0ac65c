/** Le test d’un hôte : ce qu’on peut en savoir sans frapper. */
export const hostTest = {
  begin: 'Tester l’hôte',
  going: 'Test de l’hôte…',
  cancel: 'Arrêter le test',
  again: 'Tester de nouveau',
  title: 'Test de l’hôte',
  busy: 'Une frappe vers ce serveur est en cours. Testez de nouveau quand elle sera finie.',
  route: 'Les paquets vers {{address}} partent de {{from}}.',
  noRoute: 'Cet ordinateur n’a pas de route vers {{address}}.',
  doorOpen: 'Le port {{port}} est ouvert : il a répondu en {{time}}.',
  doorRefused: 'Le port {{port}} est refusé : la réponse est venue en {{time}}.',
  doorSilent: 'Le port {{port}} ne répond pas.',
  banner: 'Le serveur dit « {{banner}} ».',
  others: 'Un autre port a répondu en {{time}} : l’hôte est allumé.',
  noOthers: 'Les ports habituels ne répondent pas non plus.',
  verdict: {
    open: 'La porte est ouverte en ce moment.',
    refused: 'L’hôte répond, et refuse le port {{port}}.',
    guarded: 'L’hôte est allumé, et sa porte ne répond pas.',
    silent: 'Rien ne répond à {{address}}.',
    nobody: 'Personne sur votre réseau n’a l’adresse {{address}}.',
    'no-route': 'Cet ordinateur ne peut pas joindre {{address}}.',
  },
  hint: {
    open: 'Aucun coup n’est nécessaire pour l’instant.',
    refused:
      'Le réseau fonctionne. Soit rien n’écoute sur ce port, soit une règle le rejette tant que les bons coups ne sont pas arrivés : comparez la séquence et les règles avec celles du serveur.',
    guarded:
      'C’est l’aspect normal d’un pare-feu. Les coups ne conviennent donc pas, ou n’arrivent pas : comparez la séquence avec celle du serveur, et voyez si le démon y tourne.',
    silent:
      'L’hôte est peut-être éteint, a une autre adresse, ou se cache de tous tant qu’on n’a pas frappé. Comparez l’adresse avec celle du serveur, et essayez depuis un autre réseau.',
    nobody: 'Il est éteint, ou a maintenant une autre adresse.',
    'no-route': 'Voyez si le réseau est branché, et un VPN s’il en faut un ; ou choisissez l’autre famille d’adresses.',
  },
};
