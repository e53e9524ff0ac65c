/** Trying what the editor holds. */
export const trial = {
  begin: 'Try it',
  hint: 'Knocks without saving; nothing is launched.',
  label: 'The try',
  stop: 'Stop the try',
  timeLabel: 'Time that knocking takes',
  time: 'Takes {{total}}; the server waits at least {{limit}}.',
} as const;
