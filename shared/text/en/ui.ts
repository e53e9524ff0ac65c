/** Every text of the window. Buttons carry the names that the command line, the page and the tests agree on. */
export const ui = {
  newProfile: 'New profile',
} as const;
