import { type DescribedCommand, type DescribedOption, NAMES_COMMAND, quoted } from './description.ts';

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

function commandCase({ name, options, values, profile }: DescribedCommand): string {
  const described = options.flatMap(({ words, text }) => words.map((word) => quoted(`${word}:${text}`)));
  const rest = profile ? '_toctoc_profiles' : values.length > 0 ? `compadd ${values.map(quoted).join(' ')}` : ':';
  return `    ${name})
      case $words[CURRENT-1] in
${options
  .filter(({ takesValue }) => takesValue)
  .map(optionCase)
  .join('\n')}
        *)
          if [[ $words[CURRENT] == -* ]]; then
            described=(${described.join(' ')})
            _describe option described
          else
            ${rest}
          fi ;;
      esac ;;`;
}

function optionCase({ words, values, profile }: DescribedOption): string {
  const reply = profile ? '_toctoc_profiles' : values.length > 0 ? `compadd ${values.map(quoted).join(' ')}` : ':';
  return `        ${words.join('|')}) ${reply} ;;`;
}
