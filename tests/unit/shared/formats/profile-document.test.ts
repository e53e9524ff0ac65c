import { describe, expect, it } from 'vitest';
import { PROFILE_FORMAT, parseProfileDocument, profileDocument } from '../../../../shared/formats/profile-document.ts';
import { finish } from '../../../../shared/formats/steps.ts';
import { emptyDraft } from '../../../../shared/model/profile.ts';
import { parseSequence } from '../../../../shared/model/sequence.ts';

function read(launch: Partial<ReturnType<typeof emptyDraft>['launch']>) {
  const draft = emptyDraft();
  const sequence = parseSequence('7000 8000');
  if (!sequence.ok) throw new Error('no sequence');
  const server = { ...draft, name: 'nas', host: 'nas.example', sequence: [...sequence.value] };
  return finish(parseProfileDocument(profileDocument([{ ...server, launch: { ...draft.launch, ...launch } }])));
}

it('a file of before there were notes says nothing of them; one that has them does', () => {
  const entry = (more: object) => {
    const { notes: _, ...older } = emptyDraft();
    const draft = {
      ...older,
      name: 'nas',
      host: 'nas.example',
      sequence: [{ kind: 'knock', port: 1, protocol: 'tcp' }],
    };
    return JSON.stringify({ format: PROFILE_FORMAT, version: 1, profiles: [{ ...draft, ...more }] });
  };
  const said = (more: object) => finish(parseProfileDocument(entry(more))).candidates[0]?.said;
  expect(said({})).toMatchObject({ favourite: false });
  expect(said({})).not.toHaveProperty('notes');
  expect(said({ notes: '' })).toHaveProperty('notes', '');
});

describe('a profile that somebody sent', () => {
  it('is not taken without a word when it starts a program of this computer', () => {
    const command = 'powershell -Command "\u202Eiex (x)"';
    const { candidates, notes } = read({ client: 'custom', command });
    expect(candidates).toHaveLength(1);
    expect(notes).toEqual([
      {
        line: expect.any(Number),
        kind: 'remark',
        problem: { code: 'import-command', params: { name: 'nas', command: 'powershell -Command " iex (x)"' } },
      },
    ]);
  });

  it.each(['ssh', 'putty', 'https', 'none'] as const)('needs no such word when it is for %s', (client) => {
    expect(read({ client, command: 'left over' }).notes).toEqual([]);
  });
});
