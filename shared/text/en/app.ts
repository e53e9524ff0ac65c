/** What main itself says: names it gives, and the command line's practice run. */
export const app = {
  practiceName: 'Practice server',
  copyName: '{{name}} (copy)',
} as const;
