/** Several profiles changed at once. */
export const bulk = {
  title: 'Edit together',
  gap: 'Gap (ms)',
  addTag: 'Add tag',
  removeTag: 'Remove tag',
  launch: 'Launch',
  unchanged: 'Leave as it is',
  apply: 'Apply',
  changed_one: '{{count}} profile was changed.',
  changed_other: '{{count}} profiles were changed.',
} as const;
