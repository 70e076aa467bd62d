import { compileBook } from '../stages/strip/compileBook.ts';
import { packBook } from '../stages/strip/phrasebook.ts';
import { configSchema } from './configSchema.ts';
import { manualPage } from './manualPage.ts';

/** The files of the package that are made from the tables of options, phrases and words, by name. Called by build.js. */
export function made(): Readonly<Record<string, string | Uint8Array>> {
  return {
    'config.schema.json': `${JSON.stringify(configSchema(), null, 2)}\n`,
    'dedupe.1': manualPage(),
    'phrases.bin': packBook(compileBook()),
  };
}
