import { describe, expect, it } from 'vitest';
import { LANGUAGE_COUNT, stemOf } from '../../src/stages/link/languages.ts';

const languages = Array.from({ length: LANGUAGE_COUNT }, (_, language) => language);

describe('stems', () => {
  it.each(languages)('a picture in base64, one word of a megabyte, takes no time: language %i', (language) => {
    const picture = 'xvtbyq'.repeat(200_000);
    const begun = performance.now();
    expect(stemOf(picture, language)).toBe(picture);
    expect(performance.now() - begun).toBeLessThan(100);
  });

  it('the longest words of a language still have theirs', () => {
    expect(stemOf('rechtsschutzversicherungsgesellschaften', languages[1])).toBe('rechtsschutzversicherungsgesellschaft');
  });
});
