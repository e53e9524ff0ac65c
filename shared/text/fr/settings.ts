import type { Language } from '../en.ts';

export const settings: Language['ui']['settings'] = {
  title: 'Paramètres',
  look: {
    title: 'Apparence',
    language: 'Langue',
    languageSystem: 'Comme le système',
    theme: 'Thème',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
  },
  launch: {
    title: 'Connexion',
    terminal: 'Terminal par défaut',
    terminalHint: 'Pour les profils qui n’en nomment aucun.',
    terminalMissing: '{{id}} (non installé)',
    terminalAuto: 'Le premier installé',
  },
  about: {
    title: 'À propos',
    version: 'Toctoc {{version}}',
    dataFolder: 'Vos données sont dans {{folder}}',
  },
};
