import type { Completed, Flag } from './completion.ts';

/** For a file _dedupe in fpath, or to be sourced after compinit. */
export function zshScript(flags: readonly Flag[], commands: readonly Completed[]): string {
  const names = commands.map(({ name }) => name);
  const branches = commands.map(({ name, words }) => {
    const first = words.map(([word, purpose]) => `${word}\\:"${purpose}"`).join(' ');
    const operands = words.length === 0 ? "'*:path:_files'" : `'1:what:((${quoted(first)}))' '*:path:_files'`;
    return `    ${name}) _arguments -s -S : \\\n${specs(flags, name)}      ${operands} ;;`;
  });
  return `#compdef dedupe
# zsh completion for dedupe. To load it now: source <(dedupe completion zsh)

_dedupe_first() {
  local -a commands=(
${commands.map(({ name, purpose }) => `    '${quoted(`${name}:${purpose.replaceAll(':', '\\:')}`)}'`).join('\n')}
  )
  _describe -t commands command commands
  _files
}

_dedupe() {
  local command=run
  if (( CURRENT > 2 )) && [[ \${words[2]} == (${names.join('|')}) ]]; then
    command=\${words[2]}
    shift words
    (( CURRENT-- ))
  fi
  case $command in
${branches.join('\n')}
    *) _arguments -s -S : \\
${specs(flags, 'run')}      '1: :_dedupe_first' '*:path:_files' ;;
  esac
}

if [[ \${funcstack[1]} == _dedupe ]]; then _dedupe "$@"; else compdef _dedupe dedupe; fi
`;
}

function specs(flags: readonly Flag[], command: string): string {
  const taken = flags.filter((flag) => flag.commands.some((each) => each === command));
  return taken.map((flag) => `      ${specOf(flag)} \\\n`).join('');
}

/** '(-q --quiet)'{-q,--quiet}'[help]', '--top[help]:number: ', '*--output[help]:file:_files' */
function specOf(flag: Flag): string {
  const { long, short, isRepeatable } = flag;
  const rest = `[${inSpec(flag.help)}]${actionOf(flag)}`;
  if (short !== null) return `'(${short} ${long})'{${short},${long}}'${quoted(rest)}'`;
  return `'${isRepeatable ? '*' : ''}${long}${flag.value === null ? '' : '='}${quoted(rest)}'`;
}

function actionOf({ value, choices, isRepeatable }: Flag): string {
  switch (value) {
    case null:
      return '';
    case 'choice':
      return isRepeatable ? `:value:_values -s , value ${choices.join(' ')}` : `:value:(${choices.join(' ')})`;
    case 'formatted':
      return `:format and file:{ if compset -P "*\\:"; then _files; else compadd -S "\\:" -- ${choices.join(' ')}; fi }`;
    case 'file':
      return ':file:_files';
    case 'folder':
      return ':folder:_files -/';
    case 'any':
      return ':value: ';
    default:
      return value satisfies never;
  }
}

function inSpec(text: string): string {
  return text.replace(/[\\[\]:]/g, '\\$&');
}

function quoted(text: string): string {
  return text.replaceAll("'", "'\\''");
}
