import { type DescribedCommand, type DescribedOption, NAMES_COMMAND, type Offer, quoted } from './description.ts';

/** A script for zsh, for a file called \`_toctoc\` on its \`fpath\`, or to \`source\`. */
export function zshScript(commands: readonly DescribedCommand[]): string {
  return `#compdef toctoc
_toctoc_profiles() {
  local -a names
  names=("\${(@f)$(${NAMES_COMMAND})}")
  names=(\${names:#})
  compadd -a names
}

_toctoc() {
  local -a described
  if (( CURRENT == 2 )); then
    described=(${commands.map(({ name, text }) => quoted(`${name}:${text}`)).join(' ')})
    _describe command described
    return
  fi
  case $words[2] in
${commands.map(commandCase).join('\n')}
  esac
}

if [ "$funcstack[1]" = _toctoc ]; then _toctoc "$@"; else compdef _toctoc toctoc; fi`;
}

function commandCase({ name, options, argument }: DescribedCommand): string {
  const described = options.flatMap(({ words, text }) => words.map((word) => quoted(`${word}:${text}`)));
  return `    ${name})
      case $words[CURRENT-1] in
${[
  ...options.flatMap(optionCase),
  `        *)
          if [[ $words[CURRENT] == -* ]]; then
            described=(${described.join(' ')})
            _describe option described
          else
            ${reply(argument)}
          fi ;;`,
].join('\n')}
      esac ;;`;
}

function optionCase({ words, value }: DescribedOption): readonly string[] {
  return value === null ? [] : [`        ${words.join('|')}) ${reply(value)} ;;`];
}

function reply(offer: Offer): string {
  switch (offer.kind) {
    case 'words':
      return `compadd ${offer.words.map(quoted).join(' ')}`;
    case 'profiles':
      return '_toctoc_profiles';
    case 'files':
      return '_files';
    case 'nothing':
      return ':';
  }
}
