/** What to press after a run that failed. */
export const remedy = {
  slower: 'Knock again with a gap of {{gap}}',
  again: 'Knock again',
  closeAgain: 'Close again',
  keepText: 'It opened with a gap of {{gap}}.',
  keep: 'Keep this gap',
  kept: 'The gap of “{{name}}” is now {{gap}}.',
  edit: 'Edit the profile',
} as const;
