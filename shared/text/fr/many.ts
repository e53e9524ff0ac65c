import type { Language } from '../en.ts';

/** Plusieurs serveurs sélectionnés ensemble : `count` d’entre eux sont ainsi, sur `of`. */
export const many: Language['ui']['many'] = {
  title_one: '{{count}} serveur sélectionné',
  title_other: '{{count}} serveurs sélectionnés',
  closeDoors: 'Fermer les portes',
  cancelAll: 'Tout annuler',
  ready: 'Prêt à frapper',
  readyHint: 'Frappez : Toctoc frappe à chacun d’eux. Rien n’est lancé.',
  staysOpen_one: '{{count}} d’entre eux n’a pas de séquence de fermeture : Fermer les portes le laisse tel quel.',
  staysOpen_other:
    '{{count}} d’entre eux n’ont pas de séquence de fermeture : Fermer les portes les laisse tels quels.',
  results: 'Résultats',
  more_one: 'et {{count}} de plus',
  more_other: 'et {{count}} de plus',
  summaryOpen_one: '{{count}} porte ouverte sur {{of}}',
  summaryOpen_other: '{{count}} portes ouvertes sur {{of}}',
  summaryClosed_one: '{{count}} porte fermée sur {{of}}',
  summaryClosed_other: '{{count}} portes fermées sur {{of}}',
  summarySent_one: '{{count}} séquence partie sur {{of}}',
  summarySent_other: '{{count}} séquences parties sur {{of}}',
  running_one: '{{count}} en cours',
  running_other: '{{count}} en cours',
  open_one: '{{count}} ouverte',
  open_other: '{{count}} ouvertes',
  sent_one: '{{count}} partie, non vérifiée',
  sent_other: '{{count}} parties, non vérifiées',
  closed_one: '{{count}} fermée',
  closed_other: '{{count}} fermées',
  notOpen_one: '{{count}} restée fermée',
  notOpen_other: '{{count}} restées fermées',
  stillOpen_one: '{{count}} toujours ouverte',
  stillOpen_other: '{{count}} toujours ouvertes',
  failed_one: '{{count}} échec',
  failed_other: '{{count}} échecs',
  cancelled_one: '{{count}} annulée',
  cancelled_other: '{{count}} annulées',
  none_one: '{{count}} pas encore essayée',
  none_other: '{{count}} pas encore essayées',
};

/** Où en est un serveur parmi plusieurs. */
export const line: Language['ui']['line'] = {
  none: 'Pas encore essayé',
  queued: 'Attend son tour…',
  openAfter: 'Ouverte en {{duration}}',
  alreadyOpen: 'Déjà ouverte',
  sent: 'Séquence partie, porte non vérifiée',
  closed: 'Fermée en {{duration}}',
  notOpen: 'Pas ouverte. {{why}}',
  stillOpen: 'Toujours ouverte',
};
