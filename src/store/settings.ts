import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import { type Furniture, sourceKey } from '../furniture.ts';
import { flagOf, type Options } from '../options.ts';

/** The options that shape what an index holds: two indexes compare only where these agree. */
export type Shaping = Pick<Options, 'shingleSize' | 'language' | 'furniture'>;

/** These options as the head of an index has them. */
export interface Settings {
  readonly shingleSize: number;
  readonly language: readonly string[];
  /** Fingerprint of the user's rules, '' where there were none: they may be longer than the head. */
  readonly furniture: string;
}

export function settingsOf({ shingleSize, language, furniture }: Shaping): Settings {
  return { shingleSize, language: [...new Set(language)].sort(), furniture: fingerprintOf(furniture) };
}

/** The same for the same rules in whatever order or file. */
function fingerprintOf(furniture: Furniture): string {
  if (furniture.length === 0) return '';
  const rules = furniture.map(({ anchor, words, source }) => JSON.stringify([anchor, words, source === null ? null : sourceKey(source)]));
  return createHash('sha256')
    .update([...new Set(rules)].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
}

export function encodeSettings({ shingleSize, language, furniture }: Settings): string {
  return JSON.stringify({ shingleSize, language, furniture });
}

/** Null for what no index of this format holds. */
export function parseSettings(json: string): Settings | null {
  try {
    const { shingleSize, language, furniture } = JSON.parse(json);
    const isList = Array.isArray(language) && language.every((code) => typeof code === 'string');
    return Number.isInteger(shingleSize) && isList && typeof furniture === 'string' ? { shingleSize, language, furniture } : null;
  } catch {
    return null;
  }
}

/** Throws UserError naming the options that the index was built with, when they are others. */
export function compareSettings(path: string, built: Settings, asked: Shaping): void {
  const wanted = settingsOf(asked);
  if (built.shingleSize !== wanted.shingleSize) throw refusal(path, 'shingleSize', String(built.shingleSize), String(wanted.shingleSize));
  const [before, now] = [built.language.join(','), wanted.language.join(',')];
  if (before !== now) throw refusal(path, 'language', before, now);
  if (built.furniture !== wanted.furniture) throw refusal(path, 'furniture', named(built.furniture), named(wanted.furniture));
}

function named(fingerprint: string): string {
  return fingerprint === '' ? '' : `rules ${fingerprint}`;
}

function refusal(path: string, name: keyof Settings, built: string, asked: string): UserError {
  const flag = flagOf(name);
  const said = (value: string) => (value === '' ? `without ${flag}` : `with ${flag} ${value}`);
  const give = name === 'furniture' ? `give ${flag} with the rules that it was built with` : `give ${flag} ${built}`;
  return new UserError(
    `${path} was built ${said(built)}, this run is ${said(asked)}`,
    `${built === '' ? `leave out ${flag}` : give}, or build another index`,
  );
}
