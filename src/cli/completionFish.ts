import type { Completed, Flag } from './completion.ts';

/** For fish 3 and newer. */
export function fishScript(flags: readonly Flag[], commands: readonly Completed[]): string {
  const names = commands.map(({ name }) => name);
  return `# fish completion for dedupe. To load it now: dedupe completion fish | source

function __dedupe_command
    set -l words (commandline -opc)
    if set -q words[2]; and contains -- $words[2] ${names.join(' ')}
        echo $words[2]
    else
        echo run
    end
end

function __dedupe_takes
    contains -- (__dedupe_command) $argv
end

# true until one of these words was given
function __dedupe_lacks
    for word in (commandline -opc)
        if contains -- $word $argv
            return 1
        end
    end
end

function __dedupe_is_first
    test (count (commandline -opc)) -eq 1
end

${commands.map(({ name, purpose }) => `complete -c dedupe -n __dedupe_is_first -a ${name} -d ${quoted(purpose)}`).join('\n')}
${commands.flatMap(firstOperand).join('\n')}
${flags.map(lineOf).join('\n')}
`;
}

/** One of some words, unless one was given already. */
function firstOperand({ name, words }: Completed): string[] {
  const isDue = quoted(`__dedupe_takes ${name}; and __dedupe_lacks ${words.map(([word]) => word).join(' ')}`);
  return words.map(([word, purpose]) => `complete -c dedupe -n ${isDue} -f -a ${word} -d ${quoted(purpose)}`);
}

function lineOf(flag: Flag): string {
  const short = flag.short === null ? '' : ` -s ${flag.short.slice(1)}`;
  return `complete -c dedupe -n ${quoted(`__dedupe_takes ${flag.commands.join(' ')}`)} -l ${flag.long.slice(2)}${short}${argumentOf(flag)} -d ${quoted(flag.help)}`;
}

function argumentOf({ value, choices }: Flag): string {
  switch (value) {
    case null:
      return '';
    case 'choice':
      return ` -x -a ${quoted(choices.join(' '))}`;
    case 'formatted':
      return ` -r -a ${quoted(choices.map((format) => `${format}:`).join(' '))}`;
    case 'file':
      return ' -r -F';
    case 'folder':
      return " -x -a '(__fish_complete_directories)'";
    case 'any':
      return ' -x';
    default:
      return value satisfies never;
  }
}

/** In single quotes fish knows two escapes. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
