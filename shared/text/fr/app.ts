/** Ce que dit le processus principal lui-même. */
export const app = {
  practiceName: 'Serveur d’entraînement',
  copyName: '{{name}} (copie)',
} as const;
