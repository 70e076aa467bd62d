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
      return spec.placeholder;
    case 'flag':
      return '';
    default:
      return spec satisfies never;
  }
}
