/** What a guide shows of a terminal: commands, and below each what it prints. */

/** A fenced block of a Markdown file; `file` is a second word after the language, the file that the reader is to make of it. */
export interface Fence {
  readonly language: string;
  readonly file: string | undefined;
  readonly body: string;
  /** Where `body` begins in the Markdown. */
  readonly at: number;
}

export interface Step {
  readonly command: string;
  readonly output: string;
}

export function fencesOf(markdown: string): Fence[] {
  const fences = markdown.matchAll(/^(```([a-z]+)?(?: (\S+))?\n)([\s\S]*?)^```$/gm);
  return [...fences].map(({ 1: opening, 2: language, 3: file, 4: body, index }) => ({
    language: language ?? '',
    file,
    body,
    at: index + opening.length,
  }));
}

/** A block as its commands: a line after `$ `, which may go on after `> `, and all that follows up to the next. */
export function stepsOf(body: string): Step[] {
  return [...body.matchAll(/^\$ (.*\n(?:> .*\n)*)((?:(?!\$ ).*\n)*)/gm)].map(([, command, output]) => ({
    command: command.replace(/^> /gm, ''),
    output,
  }));
}

/**
 * Is this what was printed? `…` on a line of its own stands for any number of lines, at the end of a line for its rest.
 * Empty lines at the end are the writer's own.
 */
export function agrees(written: string, printed: string): boolean {
  return patternOf(written).test(`${printed.trimEnd()}\n`);
}

/** What was printed, with `…` where the writer had it, if nothing but figures has changed in the lines that are shown. */
export function shortened(written: string, printed: string): string {
  const found = patternOf(figureless(written)).exec(`${figureless(printed).trimEnd()}\n`);
  if (!found) return printed;
  let rest = printed.split('\n');
  const kept = linesOf(written).map((line, at) => {
    const count = found[at + 1].split('\n').length - 1;
    const [first] = rest;
    rest = rest.slice(count);
    if (line === '…') return line;
    return line.endsWith('…') && first.startsWith(line.slice(0, -1)) ? line : first;
  });
  return `${kept.join('\n')}\n`;
}

/** A group for each line that is written. */
function patternOf(written: string): RegExp {
  const lines = linesOf(written).map((line) => {
    if (line === '…') return '((?:.*\n)*?)';
    return line.endsWith('…') ? `(${literally(line.slice(0, -1))}.*\n)` : `(${literally(line)}\n)`;
  });
  return new RegExp(`^${lines.join('')}$`);
}

function linesOf(text: string): string[] {
  return text.trimEnd().split('\n');
}

/** Figures, and the columns that move with them, become alike. */
function figureless(text: string): string {
  return text.replace(/\d[\d.,]*/g, '0').replace(/ +/g, ' ');
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
