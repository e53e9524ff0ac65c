import type { Language } from '../en.ts';

/** Ce qu’il y a avant le premier serveur : celui d’entraînement, et trois façons de continuer. */
export const welcome: Language['ui']['welcome'] = {
  title: 'Bienvenue dans Toctoc',
  text: 'Un pare-feu peut cacher un port tant qu’il n’a pas entendu une séquence secrète. Essayez avec ce serveur d’entraînement intégré, sans que rien ne quitte votre ordinateur : frappez, et voyez sa porte s’ouvrir.',
  wrong: 'Frapper une mauvaise séquence',
  bring: 'Importer mes serveurs',
  next: 'Puis un serveur à vous',
  first: 'Votre premier serveur',
  bringHint: 'Depuis ~/.ssh/config, PuTTY, un knockd.conf, une commande knock ou un export',
  setUp: 'Préparer un serveur',
  setUpHint: 'Il n’a pas encore de démon : choisissez une séquence, et obtenez ce qu’il faut y coller',
  add: 'Ajouter un serveur à la main',
  addHint: 'Vous connaissez son adresse et sa séquence',
};

export const practice: Language['ui']['practice'] = {
  title: 'Serveur d’entraînement',
  text: 'Il écoute dans l’application et se comporte comme un vrai : changez la séquence et voyez pourquoi sa porte reste fermée.',
  open: 'Porte ouverte',
  shut: 'Porte fermée',
  shutsIn: 'se referme d’elle-même dans {{duration}}',
  step_one: 'Coup {{stage}} sur {{count}} entendu, dans l’ordre.',
  step_other: 'Coup {{stage}} sur {{count}} entendu, dans l’ordre.',
  opened: 'Toute la séquence entendue, dans l’ordre et à temps.',
  closed: 'La porte s’est refermée.',
  shutItself: 'Elle s’est ouverte, puis refermée d’elle-même, comme bien des portes.',
  wrong:
    'Les deux premiers coups avaient changé de place : le serveur a entendu le deuxième d’abord, et a repris au début. Un vrai serveur n’en dit pas plus.',
  repeated: 'Le même coup entendu deux fois : retour au début.',
  outOfOrder: 'Un coup entendu n’était pas le suivant : retour au début.',
  timedOut: 'Les coups sont venus trop lentement : retour au début.',
  silence: 'Aucun coup entendu pour l’instant.',
};
