import type { OptionSpec } from '../options.ts';
import { fileOptions } from './configFile.ts';

/** The JSON Schema of dedupe.config.json, from the table of options: what an editor completes and checks. */
export function configSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:newsdedupe:config:1',
    title: 'Configuration of dedupe',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(
        fileOptions().map(([name, spec]) => [name, { description: spec.help, default: spec.default, ...typeOf(spec) }]),
      ),
    },
  };
}

function typeOf(spec: OptionSpec): object {
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return { type: spec.default === null ? [spec.kind, 'null'] : spec.kind, minimum: spec.min, maximum: spec.max };
    case 'choice':
      return { enum: spec.choices };
    case 'flag':
      return { type: 'boolean' };
    case 'size':
      return { type: ['string', 'number', 'null'] };
    case 'text':
      return { type: ['string', 'null'] };
    case 'furniture':
      return { type: 'array', items: { type: 'string' } };
    case 'list':
      return { type: 'array', items: spec.choices ? { enum: spec.choices } : { type: 'string' } };
    default:
      return spec satisfies never;
  }
}
