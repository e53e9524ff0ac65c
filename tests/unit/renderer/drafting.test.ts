import { describe, expect, it } from 'vitest';
import { changedFields, withDraft } from '../../../renderer/features/profiles/drafting.ts';
import { toForm } from '../../../renderer/features/profiles/form.ts';
import { emptyDraft } from '../../../shared/model/profile.ts';

const initial = toForm({ ...emptyDraft(), name: 'Web' });

describe('what of a form is kept', () => {
  it('is what was changed; of a new profile everything', () => {
    const values = { ...initial, name: 'Half', check: false };
    expect(changedFields(values, initial, false)).toEqual({ name: 'Half', check: false });
    expect(changedFields(values, initial, true)).toEqual(values);
  });

  it('is nothing where nothing was changed', () => {
    expect(changedFields({ ...initial }, initial, true)).toBeNull();
  });

  it('is laid over what was saved since', () => {
    const saved = { ...initial, gapMs: '200' };
    expect(withDraft(saved, { name: 'Half' })).toEqual({ ...saved, name: 'Half' });
  });

  it('that fits no field is left out', () => {
    expect(withDraft(initial, { nonsense: 'x', gapMs: true, check: 'yes', oneTime: 'list' })).toEqual(initial);
  });
});
