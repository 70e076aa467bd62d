const CHANGES = ['replace', 'replace', 'insert', 'leave out'];

/** Light edits: so large a share of the words replaced, left out, or followed by a new one. */
export function edit(paragraph, share, random, world) {
  const anyWord = () => world.words[world.content.draw(random)];
  const edited = [];
  for (const word of paragraph.split(' ')) {
    const change = random.chance(share) ? random.pick(CHANGES) : 'none';
    if (change === 'none' || change === 'insert') edited.push(word);
    if (change === 'replace' || change === 'insert') edited.push(anyWord());
  }
  return edited.join(' ');
}
