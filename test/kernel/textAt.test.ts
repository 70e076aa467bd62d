import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textAt } from '../../src/kernel/textAt.ts';

const shared = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  const memory = new Uint8Array(new SharedArrayBuffer(bytes.length));
  memory.set(bytes);
  return memory;
};

test.each([
  ['a paragraph break', 'the ferry\n\nThe harbour', 'the ferry The harbour'],
  ['a tab', 'row\tseat', 'row seat'],
  ['blanks before a line end', 'the ferry  \n sank', 'the ferry sank'],
  ['a no-break space', '40\u00a0km', '40 km'],
  ['white space at both ends', '\n ferry \t', ' ferry '],
  ['nothing', 'the ferry sank', 'the ferry sank'],
])('a range of a text is shown on one line: %s becomes a blank', (_, text, line) => {
  const bytes = shared(text);
  expect(textAt(bytes, 0, bytes.length)).toBe(line);
});

test('every run of white space is one blank, and nothing else changes', () => {
  const unit = fc.constantFrom(' ', ' ', '\n', '\t', '\u00a0', '\u3000', 'a', 'é', '。', '😀');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      const bytes = shared(text);
      expect(textAt(bytes, 0, bytes.length)).toBe(text.replace(/\s+/g, ' '));
    }),
  );
});
