import type { OptionSpec } from '../options.ts';

/** What stands for an option's value in help: `N`, `FILE`, `text|json`; '' for a flag. */
export function placeholderOf(spec: OptionSpec): string {
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return 'N';
    case 'choice':
      return spec.choices.join('|');
    case 'text':
    case 'list':
    case 'furniture':
    case 'size':
      return spec.placeholder;
    case 'flag':
      return '';
    default:
      return spec satisfies never;
  }
}

const FILES = ['FILE', 'PATH', 'INDEX', 'REPORT', 'JOURNAL', 'LIST'];
const FOLDERS = ['DIR', 'FOLDER'];
const FORMAT = '[FORMAT:]';

/** True for an option whose value is a format, a colon and a path. */
export function isFormatted(spec: OptionSpec): boolean {
  return 'placeholder' in spec && spec.placeholder.startsWith(FORMAT);
}

/** What a path in an option's value leads to, by its placeholder; null for an option that takes no path. */
export function pathKindOf(spec: OptionSpec): 'file' | 'folder' | null {
  if (!('placeholder' in spec)) return null;
  const words = (isFormatted(spec) ? spec.placeholder.slice(FORMAT.length) : spec.placeholder).split('|');
  if (words.some((word) => FILES.includes(word))) return 'file';
  return words.some((word) => FOLDERS.includes(word)) ? 'folder' : null;
}
