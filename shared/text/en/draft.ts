/** Changes that were not saved. */
export const draft = {
  mark: 'unsaved changes',
  server: 'Server being set up',
  unsaved: 'You have unsaved changes here. Toctoc knocks with the saved version.',
  goOn: 'Continue editing',
  discard: 'Discard changes',
  discarded: 'Changes to “{{name}}” discarded.',
  discardedNew: 'New profile discarded.',
} as const;
