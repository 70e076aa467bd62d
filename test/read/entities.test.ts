import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mendEntities } from '../../src/stages/read/entities.ts';
import { PartBuilder } from '../../src/stages/read/partBuilder.ts';

const mend = (text: string) => mendEntities(Buffer.from(text)).toString();

describe('characters written for HTML are read as what they stand for', () => {
  test.each([
    ['by name', '&ldquo;We didn&rsquo;t,&rdquo; he said&hellip;', '“We didn’t,” he said…'],
    ['by number, decimal and hexadecimal', 'didn&#39;t, caf&#xe9;, storm &#127754;', "didn't, café, storm 🌊"],
    ['in a name of a firm', 'AT&amp;T bids', 'AT&T bids'],
    ['escaped again by each program on the way', 'didn&amp;#39;t, Q&amp;amp;amp;A, &amp;lt;b&amp;gt;', "didn't, Q&A, <b>"],
    ['as the byte of windows-1252 that a browser takes it for', 'It&#146;s here&#133;', 'It’s here…'],
  ])('%s', (_, text, meant) => {
    expect(mend(text)).toBe(meant);
  });
});

describe('what is no such character stays', () => {
  test.each(['R&D', 'Q & A;', 'see /list?a=1&copy=2&lt=3', 'fish &chips;', '&;', '&#;', '&#x;', '&', 'Marks &amp Sons'])('%s', (text) => {
    expect(mend(text)).toBe(text);
  });

  test('and a text without any is not even copied', () => {
    const text = Buffer.from('R&D spending at Marks & Sons rose.');
    expect(mendEntities(text)).toBe(text);
  });
});

test('an article of nothing but blanks is empty, whatever they are written as; a line end may be written so, too', () => {
  const part = new PartBuilder(1000);
  const facts = { id: null, line: 0, title: null, day: null, source: null, encoding: 'utf-8', sha256: null };
  part.addText(facts, Buffer.from('&nbsp;&#10;&#32;'));
  part.addText(facts, Buffer.from('Ferry delayed&#13;&#10;Fog, said the harbour.'));
  const { faults, texts } = part.finish();
  expect(faults).toEqual(['empty', null]);
  expect(Buffer.from(texts.chunks[0] as SharedArrayBuffer, texts.start[0], texts.end[0] - texts.start[0]).toString()).toBe(
    'Ferry delayed\nFog, said the harbour.',
  );
});

test('any text comes back as valid UTF-8', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('&', '&amp;', '#39;', '&#', ';', '&#xd800;', '&#0;', '&nLt;', '&#1114112;'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const mended = mendEntities(Buffer.from(pieces.join('')));
      expect(Buffer.from(mended.toString()).equals(mended)).toBe(true);
    }),
  );
});
