import type { Language } from '../en.ts';

export const settings: Language['ui']['settings'] = {
  title: 'Paramètres',
  look: {
    title: 'Apparence',
    language: 'Langue',
    languageSystem: 'Comme le système',
    theme: 'Thème',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
    accent: 'Couleur d’accent',
    accents: { system: 'Comme le système', own: 'Celle de Toctoc' },
    accentHint: 'Ce système n’en indique aucune : c’est celle de Toctoc.',
  },
  launch: {
    title: 'Connexion',
    terminal: 'Terminal par défaut',
    terminalHint: 'Pour les profils qui n’en nomment aucun.',
    terminalMissing: '{{id}} (non installé)',
    terminalDesktop: 'Celui du bureau',
    terminalAuto: 'Le premier trouvé',
  },
  knocking: {
    title: 'Frappe',
    gap: 'Intervalle des nouveaux profils (ms)',
    gapHint: 'Entre deux coups. Plus long, il aide là où les paquets arrivent dans le désordre.',
    hold: 'Maintien des nouveaux profils (ms)',
    holdHint: 'Durée de vie d’un coup TCP. Vide : {{ms}} ms, ce qui convient à ce système.',
    retries: 'Quand une porte reste fermée',
    retriesHint: 'Pour tous les profils, sauf les listes à usage unique : chaque essai consommerait une ligne.',
    retriesAuto: 'Réessayer selon le type de serveur (conseillé)',
    retriesNone: 'Ne pas réessayer',
    retriesCount_one: 'Réessayer une fois',
    retriesCount_other: 'Réessayer jusqu’à {{count}} fois',
  },
  data: {
    title: 'Données',
    folder:
      'Les profils, les paramètres, l’historique et le journal des erreurs (sans aucun secret) sont dans ce dossier :',
    open: 'Ouvrir le dossier',
    reset: 'Réinitialiser les paramètres',
    resetHint:
      'Tous les réglages de cette page reprennent leur valeur par défaut, sauf la longueur de l’historique et la protection des séquences. Les profils restent.',
    resetDone: 'Les paramètres ont repris leurs valeurs par défaut.',
  },
  about: {
    title: 'À propos',
    version: 'Toctoc {{version}}',
    open: 'Versions et licences',
  },
};
