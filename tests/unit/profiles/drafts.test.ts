import { describe, expect, it } from 'vitest';
import { Drafts } from '../../../electron/profiles/drafts.ts';

function kept() {
  const told: (readonly string[])[] = [];
  return { told, drafts: new Drafts((keys) => told.push(keys)) };
}

describe('drafts', () => {
  it('are kept by whose they are, and told of by that alone', () => {
    const { drafts, told } = kept();
    drafts.keep('web', { sequence: '7000' });
    drafts.keep('web', { sequence: '7000 8000' });
    drafts.keep('new', { name: 'Home' });
    expect(drafts.read('web')).toEqual({ sequence: '7000 8000' });
    expect(drafts.read('mail')).toBeNull();
    expect(told).toEqual([['web'], ['web', 'new']]);
  });

  it('are gone when there is nothing to keep', () => {
    const { drafts, told } = kept();
    drafts.keep('web', null);
    drafts.keep('web', { name: 'Half' });
    drafts.keep('web', null);
    expect(drafts.read('web')).toBeNull();
    expect(told).toEqual([['web'], []]);
  });

  it('are worth a question while their profile is there, or is yet to be', () => {
    const { drafts } = kept();
    expect(drafts.any(['web'])).toBe(false);
    drafts.keep('web', { name: 'Half' });
    expect(drafts.any(['web'])).toBe(true);
    expect(drafts.any(['mail'])).toBe(false);
    drafts.keep('new', { name: 'Home' });
    expect(drafts.any([])).toBe(true);
    drafts.forgetAll();
    expect(drafts.any(['web'])).toBe(false);
  });
});
