import type { Language } from '../en.ts';

/** Ce que disent `toctoc import` et `toctoc export`. */
export const cliSharing: Language['cli']['sharing'] = {
  add: '+ {{name}}  {{place}}  {{knocks}}',
  change: '~ {{name}}  {{place}}  change {{fields}} de « {{existing}} »',
  same: '= {{name}}  {{place}}  est déjà là',
  incomplete: '! {{name}}  {{place}}  {{why}}',
  knocks: 'coups : {{count}}',
  noHost: 'n’a pas d’adresse : donnez --host',
  noSequence: 'n’a pas de séquence : donnez --sequence',
  note: '{{file}}:{{line}}: {{text}}',
  wholeNote: '{{file}}: {{text}}',
  result: 'ajoutés : {{added}}, changés : {{changed}}, laissés : {{skipped}}',
  dryResult: 'seraient ajoutés : {{added}}, changés : {{changed}}, laissés : {{skipped}}',
  sealed: 'toctoc : ce fichier est scellé : donnez --passphrase-file, ou lancez ceci dans un terminal',
  askPassphrase: 'Phrase secrète :',
  standardInput: 'entrée standard',
};
