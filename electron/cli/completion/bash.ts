import { type DescribedCommand, type DescribedOption, NAMES_COMMAND, type Offer, quoted } from './description.ts';

/** A script for bash 3.2 (macOS has no newer one) and later. */
export function bashScript(commands: readonly DescribedCommand[]): string {
  return `# bash completion for toctoc
_toctoc_words() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$1" -- "$2"))
}

# Files as bash itself completes them; before bash 4 as well as may be.
_toctoc_files() {
  local IFS=$'\\n'
  compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$1"))
}

# A name is one word: what would part it is escaped, unless a quote is open.
_toctoc_profiles() {
  local current=$1 name quote=
  case $current in
    [\\"\\']*) quote=\${current:0:1}; current=\${current:1} ;;
    *) current=\${current//\\\\/} ;;
  esac
  COMPREPLY=()
  while IFS= read -r name; do
    case $name in
      "$current"*)
        if [ -n "$quote" ]; then COMPREPLY+=("$name"); else COMPREPLY+=("$(printf '%q' "$name")"); fi ;;
    esac
  done < <(${NAMES_COMMAND})
}

_toctoc() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    _toctoc_words ${lines(commands.map(({ name }) => name))} "$current"
    return
  fi
  case \${COMP_WORDS[1]} in
${commands.map(commandCase).join('\n')}
  esac
}

complete -F _toctoc toctoc`;
}

function commandCase({ name, options, argument }: DescribedCommand): string {
  const words = options.flatMap((option) => option.words);
  return `    ${name})
      case $previous in
${[
  ...options.flatMap(optionCase),
  `        *) case $current in
            -*) _toctoc_words ${lines(words)} "$current" ;;
            *) ${reply(argument)} ;;
          esac ;;`,
].join('\n')}
      esac ;;`;
}

function optionCase({ words, value }: DescribedOption): readonly string[] {
  return value === null ? [] : [`        ${words.join('|')}) ${reply(value)} ;;`];
}

function reply(offer: Offer): string {
  switch (offer.kind) {
    case 'words':
      return `_toctoc_words ${lines(offer.words)} "$current"`;
    case 'profiles':
      return '_toctoc_profiles "$current"';
    case 'files':
      return '_toctoc_files "$current"';
    case 'nothing':
      return ':';
  }
}

/** Words for compgen, one per line. */
function lines(words: readonly string[]): string {
  return quoted(words.join('\n'));
}
