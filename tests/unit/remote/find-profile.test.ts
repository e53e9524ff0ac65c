import { describe, expect, it } from 'vitest';
import { findProfile } from '../../../electron/remote/find-profile.ts';

const profiles = [
  { id: 'a1', name: 'Web server' },
  { id: 'b2', name: 'web server' },
  { id: 'c3', name: 'Base de données' },
  { id: 'd4', name: 'Backup' },
  { id: 'e5', name: 'Backup' },
  { id: 'f6', name: 'a1' },
];
const idOf = (word: string) => {
  const found = findProfile(profiles, word);
  return found.found === 'one' ? found.profile.id : [found.found, ...found.candidates.map(({ id }) => id)];
};

describe('a profile on the command line', () => {
  it('is found by id, before any name', () => expect(idOf('a1')).toBe('a1'));
  it('is found by its exact name, though another differs only by a capital', () => {
    expect([idOf('Web server'), idOf('web server')]).toEqual(['a1', 'b2']);
  });
  it('is found whatever the capitals and however letters are composed', () => {
    expect([idOf('BASE DE DONNÉES'), idOf('Base de donne\u0301es')]).toEqual(['c3', 'c3']);
  });
  it('is not guessed: several of one name', () => {
    expect(idOf('Backup')).toEqual(['several', 'd4', 'e5']);
    expect(idOf('WEB SERVER')).toEqual(['several', 'a1', 'b2']);
  });
  it('is not found by a part of its name, but that one is named', () => {
    expect(idOf('Base')).toEqual(['none', 'c3']);
    expect(idOf('backups')).toEqual(['none', 'd4', 'e5']);
  });
  it('has at most eight candidates, and all count where none is similar', () => {
    expect(idOf('zzz')).toHaveLength(7);
    const many = Array.from({ length: 100 }, (_, n) => ({ id: `p${n}`, name: `Server ${n}` }));
    const found = findProfile(many, 'nothing like it');
    expect(found.found === 'none' && found.candidates.length).toBe(8);
    expect(findProfile([], 'x')).toEqual({ found: 'none', candidates: [] });
  });
});
