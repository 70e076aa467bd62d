import { UserError } from '../errors.ts';
import { flagOf, type Options } from '../options.ts';

/** The options that shape what an index holds: two indexes compare only where these agree. */
export type Settings = Pick<Options, 'shingleSize' | 'language'>;

export function settingsOf(options: Settings): Settings {
  return { shingleSize: options.shingleSize, language: [...new Set(options.language)].sort() };
}

export function encodeSettings(settings: Settings): string {
  return JSON.stringify(settingsOf(settings));
}

/** Null for what no index of this format holds. */
export function parseSettings(json: string): Settings | null {
  try {
    const { shingleSize, language } = JSON.parse(json);
    const isList = Array.isArray(language) && language.every((code) => typeof code === 'string');
    return Number.isInteger(shingleSize) && isList ? { shingleSize, language } : null;
  } catch {
    return null;
  }
}

/** Throws UserError naming the options that the index was built with, when they are others. */
export function compareSettings(path: string, built: Settings, asked: Settings): void {
  const wanted = settingsOf(asked);
  if (built.shingleSize !== wanted.shingleSize) throw refusal(path, 'shingleSize', String(built.shingleSize), String(wanted.shingleSize));
  const [before, now] = [built.language.join(','), wanted.language.join(',')];
  if (before !== now) throw refusal(path, 'language', before, now);
}

function refusal(path: string, name: keyof Settings, built: string, asked: string): UserError {
  const flag = flagOf(name);
  const said = (value: string) => (value === '' ? `without ${flag}` : `with ${flag} ${value}`);
  return new UserError(
    `${path} was built ${said(built)}, this run is ${said(asked)}`,
    built === '' ? `leave out ${flag}, or build another index` : `give ${flag} ${built}, or build another index`,
  );
}
