import type { Language } from '../en.ts';

export const updates: Language['ui']['updates'] = {
  question:
    'Toctoc peut-il chercher de nouvelles versions, une fois par jour, sur github.com ? Rien sur vous ni sur vos serveurs n’est envoyé. Ce choix se change dans les paramètres.',
  yes: 'Chercher les mises à jour',
  no: 'Non',
  available: 'Toctoc {{version}} est disponible.',
  download: 'Télécharger',
  downloading: 'Téléchargement de Toctoc {{version}} ({{percent}} %)…',
  ready: 'Toctoc {{version}} est prêt. Il s’installe quand on quitte Toctoc, ou maintenant :',
  install: 'Redémarrer maintenant',
  again: 'Réessayer',
  later: 'Plus tard',
  section: {
    title: 'Mises à jour',
    choice: 'Chercher de nouvelles versions',
    hint: 'Une fois par jour, sur github.com ; rien sur vous ni sur vos serveurs n’est envoyé. Une nouvelle version n’est téléchargée que si vous le demandez.',
    choices: { off: 'Jamais', stable: 'Oui', beta: 'Oui, versions d’essai comprises' },
    check: 'Chercher maintenant',
    checking: 'Recherche…',
    current: 'Cette version est la plus récente.',
    page: 'Page de téléchargement',
    byPackage:
      'Toctoc a été installé par un paquet : votre gestionnaire de paquets installe les nouvelles versions, et Toctoc n’en cherche aucune.',
    byHand:
      'Cette copie ne se met pas à jour seule et ne cherche pas de nouvelle version : elles sont sur la page de téléchargement.',
    source: 'Toctoc est lancé depuis ses sources : il ne cherche pas de nouvelle version.',
  },
};
