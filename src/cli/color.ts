import type { Options } from '../options.ts';
import type { Out, Streams } from './streams.ts';

/**
 * Chalk's level for a stream: --color, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. chalk itself
 * ignores NO_COLOR and looks at standard output only. Sixteen colours are all the reports use. https://no-color.org
 */
export function colorLevel(color: Options['color'], out: Out, env: Streams['env']): 0 | 1 {
  if (color !== 'auto') return color === 'always' ? 1 : 0;
  if (env['NO_COLOR']) return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' || forced === 'false' ? 0 : 1;
  return out.isTTY && env['TERM'] !== 'dumb' ? 1 : 0;
}
