import { configSchema } from './configSchema.ts';
import { manualPage } from './manualPage.ts';

/** The files of the package that are made from the table of options, by name. Called by build.js. */
export function made(): Readonly<Record<string, string>> {
  return { 'config.schema.json': `${JSON.stringify(configSchema(), null, 2)}\n`, 'dedupe.1': manualPage() };
}
