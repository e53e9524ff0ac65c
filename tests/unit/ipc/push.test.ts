import { expect, it } from 'vitest';
import { createPush } from '../../../electron/ipc/push.ts';
import { summarise } from '../../../shared/model/profile.ts';
import { profilesOf } from '../../../shared/profiles-text.ts';
import { aProfile } from '../../fakes/profiles.ts';

it('every page gets a slice as it is, and the profiles as a text that gives them back', () => {
  const sent: (readonly unknown[])[] = [];
  const page = { contents: { send: (...message: readonly unknown[]) => void sent.push(message) } };
  const push = createPush(() => [page, page]);
  const profiles = [summarise(aProfile({ name: 'Séance “1”\u2028', tags: ['a'] })), summarise(aProfile({ id: 'b' }))];
  push('profiles', { revision: 3, value: profiles });
  push('drafts', { revision: 4, value: ['b'] });
  const text = JSON.stringify(profiles);
  const [first, second] = [
    ['state:profiles', { revision: 3, value: text }],
    ['state:drafts', { revision: 4, value: ['b'] }],
  ];
  expect(sent).toEqual([first, first, second, second]);
  expect(profilesOf(text)).toEqual(profiles);
});
