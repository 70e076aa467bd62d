import type { Completed, Flag } from './completion.ts';

/** For bash 3.2 (that of macOS) and newer; bash-completion is not needed. Files are left to readline, which quotes them. */
export function bashScript(flags: readonly Flag[], commands: readonly Completed[]): string {
  const names = commands.map(({ name }) => name);
  const after = (value: Flag['value']) => flags.filter((flag) => flag.value === value).map(({ long }) => long);
  const choices = flags
    .filter(({ value }) => value === 'choice')
    .map((flag) => `    ${flag.long}) _dedupe_words '${flag.choices.join(' ')}' ;;`);
  const byCommand = ['run', ...names].map((command) => {
    const taken = flags.filter((flag) => flag.commands.some((each) => each === command));
    return `    ${command}) _dedupe_words '${taken.flatMap(({ short, long }) => (short === null ? [long] : [short, long])).join(' ')}' ;;`;
  });
  const firstOperands = commands
    .filter(({ words }) => words.length > 0)
    .map(({ name, words }) => `    *,${name}) _dedupe_first '${words.map(([word]) => word).join(' ')}'; return ;;`);
  const formats = flags.find(({ value }) => value === 'formatted')?.choices ?? [];
  return `# bash completion for dedupe. To load it now: source <(dedupe completion bash)

_dedupe_words() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
}

# one of these words, unless one was given already; files are left to readline then
_dedupe_first() {
  local at
  for ((at = 2; at < COMP_CWORD; at++)); do [[ " $1 " == *" \${COMP_WORDS[at]} "* ]] && return; done
  _dedupe_words "$1"
  compopt +o default 2> /dev/null
}

_dedupe() {
  local cur=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=run at
  COMPREPLY=()
  if ((COMP_CWORD > 1)); then
    case \${COMP_WORDS[1]} in ${names.join('|')}) command=\${COMP_WORDS[1]} ;; esac
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do [[ \${COMP_WORDS[at]} == -- ]] && return; done

  # bash takes --flag=value and FORMAT:FILE apart, the = and the : being words of their own
  [[ $cur == : || $before == : ]] && return
  [[ $cur == = ]] && cur=
  [[ $before == = ]] && before=\${COMP_WORDS[COMP_CWORD-2]}

  case $before in
${choices.join('\n')}
    ${after('formatted').join('|')}) _dedupe_words '${formats.map((format) => `${format}:`).join(' ')}'; compopt -o nospace 2> /dev/null ;;
    ${after('folder').join('|')}) compopt -o dirnames 2> /dev/null; return ;;
    ${after('file').join('|')}) return ;;
    ${after('any').join('|')}) compopt +o default 2> /dev/null; return ;;
  esac
  ((\${#COMPREPLY[@]} > 0)) && return

  case $cur,$command in
    -*,*) ;;
${firstOperands.join('\n')}
    *,run)
      ((COMP_CWORD == 1)) || return
      _dedupe_words '${names.join(' ')}'
      while IFS= read -r at; do COMPREPLY+=("$at"); done < <(compgen -f -- "$cur")
      compopt -o filenames 2> /dev/null
      return ;;
    *) return ;;
  esac
  case $command in
${byCommand.join('\n')}
  esac
}

complete -o default -F _dedupe dedupe
`;
}
