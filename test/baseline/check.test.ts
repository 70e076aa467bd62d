/** `dedupe check … --baseline FILE` on the built program: a batch may repeat what was accepted, and nothing else. */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { FERRY, LIBRARY } from '../cli/articles.ts';
import { dedupe, folderWith } from '../cli/program.ts';

const CORRECTED = FERRY.replace('84 passengers', '86 passengers').replace('Nobody was hurt. ', '');
const RIVAL = `Grounded ferry refloated off Tarn Point after morning rescue

Orsay Lines suspended its crossings on Tuesday after the Maid of Orsay, with 84 passengers aboard, struck a sandbank off Tarn Point in fog.

Lifeboats from Kilbrennan brought everyone ashore. "We heard a long scrape and then the engines stopped," said passenger Moira Tennant.

Divers will look at the hull of the Maid of Orsay, and the Marine Safety Board has opened an inquiry, Orsay Lines said in Kilbrennan.
`;
const FROST = `Frost costs Hallam valley half of its pears

Growers in the Hallam valley lit 3,000 braziers on Sunday night and still lost about half of the pear blossom, their union estimates.

The coldest orchard measured minus six degrees. Apples, which flower later, got away lightly, said the union's Beatrix Oyelaran.
`;
const ARCHIVE = { 'old/ferry.txt': FERRY, 'old/library.txt': LIBRARY };

describe.each(['archive.idx', 'old'])('against %s', (against) => {
  const gate = ['check', 'new', '--against', against, '--baseline', 'base.json'];

  /** A batch beside the archive. */
  async function arrived(batch: Readonly<Record<string, string>>): Promise<string> {
    const cwd = folderWith({ ...ARCHIVE, ...batch });
    expect(await dedupe(['index', 'build', 'archive.idx', 'old'], { cwd })).toMatchObject({ code: 0 });
    return cwd;
  }
  /** The same, with all that it repeats accepted. */
  async function accepted(batch: Readonly<Record<string, string>>): Promise<string> {
    const cwd = await arrived(batch);
    expect(await dedupe([...gate, '--update-baseline', '-q'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    return cwd;
  }
  const read = (cwd: string) => readFileSync(join(cwd, 'base.json'), 'utf8');
  const put = (cwd: string, name: string, text: string) => writeFileSync(join(cwd, name), text);
  const ruleOf = async (cwd: string, ...flags: string[]) => {
    const { code, stdout } = await dedupe([...gate, ...flags], { cwd });
    return { code, rule: stdout.trimEnd().split('\n').at(-1) };
  };

  test('a copy fails the batch until it is accepted, with what it copies', async () => {
    const cwd = await arrived({ 'new/again.txt': FERRY, 'new/frost.txt': FROST });
    expect((await dedupe(['check', 'new', '--against', against], { cwd })).code).toBe(1);
    const first = await dedupe([...gate, '--update-baseline'], { cwd });
    expect(first).toMatchObject({ code: 0, stderr: 'dedupe: base.json: 1 entry written\n' });
    expect(read(cwd).match(/"path": "[^"]*"/g)).toEqual(['"path": "new/again.txt"', '"path": "old/ferry.txt"']);
    const { code, stdout, stderr } = await dedupe(gate, { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`2 incoming articles: 1 new · 1 copy (1 accepted)
against 2 articles of ${against}

copy    Ferry runs aground off Tarn Point in thick fog
        new/again.txt
        accepted
        identical  old/ferry.txt
        why: passage “Ferry runs aground off Tarn Point in thick fog The car
             ferry Maid of Orsay ran aground on a sandbank off Tarn Point early…

passes: 0 new copies, 0 allowed; 1 accepted
`);
  });

  test('a renamed file is still accepted, an edited one is not, nor is another copy of the same bytes', async () => {
    const cwd = await accepted({ 'new/again.txt': FERRY });
    renameSync(join(cwd, 'new/again.txt'), join(cwd, 'new/zz-renamed.txt'));
    expect(await ruleOf(cwd)).toEqual({ code: 0, rule: 'passes: 0 new copies, 0 allowed; 1 accepted' });
    put(cwd, 'new/once-more.txt', FERRY);
    expect(await ruleOf(cwd)).toEqual({ code: 1, rule: 'fails: 1 new copy, 0 allowed; 1 accepted' });
    rmSync(join(cwd, 'new/once-more.txt'));
    put(cwd, 'new/zz-renamed.txt', CORRECTED);
    expect(await ruleOf(cwd)).toEqual({ code: 1, rule: 'fails: 1 new copy, 0 allowed; 0 accepted' });
  });

  test('once the accepted copy is in the archive, the same bytes coming in again are another copy', async () => {
    const cwd = await accepted({ 'new/again.txt': FERRY });
    renameSync(join(cwd, 'new/again.txt'), join(cwd, 'old/taken-in.txt'));
    await dedupe(['index', 'add', 'archive.idx', 'old'], { cwd });
    put(cwd, 'new/again.txt', FERRY);
    expect(await ruleOf(cwd)).toEqual({ code: 1, rule: 'fails: 1 new copy, 0 allowed; 0 accepted' });
  });

  test('the limits count what is not accepted', async () => {
    const cwd = await accepted({ 'new/again.txt': FERRY });
    put(cwd, 'new/corrected.txt', CORRECTED);
    expect(await ruleOf(cwd, '--max-copies', '1')).toEqual({ code: 0, rule: 'passes: 1 new copy, 1 allowed; 1 accepted' });
    expect(await ruleOf(cwd, '--max-copies-percent', '50')).toEqual({ code: 0, rule: 'passes: 1 new copy, 1 allowed; 1 accepted' });
    expect(await ruleOf(cwd, '--max-copies', '0')).toEqual({ code: 1, rule: 'fails: 1 new copy, 0 allowed; 1 accepted' });
    expect(await ruleOf(cwd, '--fail-on', 'none')).toEqual({
      code: 0,
      rule: 'passes: 1 new copy, none refused (--fail-on none); 1 accepted',
    });
  });

  test('an event that the archive has is accepted like a copy', async () => {
    const cwd = await arrived({ 'new/rival.txt': RIVAL });
    expect(await ruleOf(cwd, '--fail-on', 'events', '--update-baseline')).toEqual({
      code: 0,
      rule: 'passes: 0 new copies, 0 allowed; 0 new on known events, 0 allowed; 1 accepted',
    });
    put(
      cwd,
      'new/rival-2.txt',
      RIVAL.replace('with 84 passengers aboard, ', '').replace('Divers will look at the hull', 'A tug waits by the hull'),
    );
    expect((await ruleOf(cwd, '--fail-on', 'events')).code).toBe(1);
  });

  test('of repeats within the batch another one is counted, whichever stands for them all', async () => {
    const cwd = await accepted({ 'new/frost.txt': FROST, 'new/frost-too.txt': `${FROST}\nThe union will meet on Friday.\n` });
    expect(await ruleOf(cwd)).toEqual({ code: 0, rule: 'passes: 0 new copies, 0 allowed; 1 accepted' });
    put(cwd, 'new/frost-longest.txt', `${FROST}\nThe union will meet on Friday, and hear its treasurer on the price of braziers.\n`);
    const { code, stdout } = await dedupe([...gate, '--format', 'json'], { cwd });
    expect(code).toBe(1);
    const { articles, counts, accepted: taken } = JSON.parse(stdout);
    const said = articles.map(({ path, verdict, baseline }: (typeof articles)[number]) => [path, verdict, baseline?.accepted]);
    expect(said).toEqual([
      ['new/frost-longest.txt', 'repeat', false],
      ['new/frost-too.txt', 'new', undefined],
      ['new/frost.txt', 'repeat', true],
    ]);
    expect({ counts, taken }).toEqual({ counts: { copy: 0, repeat: 2, event: 0, new: 1 }, taken: { copy: 0, repeat: 1, event: 0 } });
  });

  test('every report shows what is accepted, and points at what is not', async () => {
    const cwd = await accepted({ 'new/again.txt': FERRY });
    const text = read(cwd).replace(
      '"relation": "copy",',
      '"relation": "copy", "reason": "The agency sells it | twice", "expires": "9999-12-31",',
    );
    put(cwd, 'base.json', text);
    put(cwd, 'new/corrected.txt', CORRECTED);
    const outputs = ['json:r.json', 'jsonl:r.jsonl', 'markdown:r.md', 'sarif:r.sarif', 'junit:r.xml', 'text:r.txt'];
    const flags = ['--format', 'github', ...outputs.flatMap((output) => ['--output', output])];
    const { code, stdout, stderr } = await dedupe([...gate, ...flags], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'dedupe: fails: 1 new copy, 0 allowed; 1 accepted\n' });
    expect(stdout.match(/^::\w+ file=[^,]*/gm)).toEqual(['::warning file=new/corrected.txt']);
    expect(stdout).toContain('dedupe: 2 incoming articles, 2 copies (1 accepted), 0 on known events\n');
    const written = (name: string) => readFileSync(join(cwd, name), 'utf8');

    const report = JSON.parse(written('r.json'));
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('src/check.schema.json', 'utf8')));
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report).toMatchObject({ accepted: { copy: 1, repeat: 0, event: 0 }, gate: { found: 1, passes: false } });
    const entry = { reason: 'The agency sells it | twice', expires: '9999-12-31' };
    expect(report.articles.map(({ baseline }: { baseline: object }) => baseline)).toEqual([
      { accepted: true, ...entry },
      { accepted: false, reason: null, expires: null },
    ]);
    expect(
      written('r.jsonl')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(report.articles);

    const { results } = JSON.parse(written('r.sarif')).runs[0];
    const [known, fresh] = results;
    expect(known).toMatchObject({
      baselineState: 'unchanged',
      suppressions: [{ kind: 'external', status: 'accepted', justification: 'The agency sells it | twice, until 9999-12-31' }],
    });
    expect(fresh).toMatchObject({ baselineState: 'new', suppressions: [] });

    expect(written('r.xml')).toContain('<testsuites name="dedupe" tests="2" failures="1"');
    const rows = written('r.md').match(/^\| `.*$/gm) ?? [];
    expect(rows[0]).toContain('new/corrected.txt');
    expect(rows[1]).toContain('Identical to `old/ferry.txt` · accepted: The agency sells it \\| twice, until 9999-12-31');
    expect(written('r.txt')).toMatch(/corrected\.txt[\s\S]*again\.txt\n {8}accepted: The agency sells it \| twice, until 9999-12-31\n/);
  });

  test('an entry that has expired accepts nothing', async () => {
    const cwd = await accepted({ 'new/again.txt': FERRY });
    put(cwd, 'base.json', read(cwd).replace('"relation": "copy",', '"relation": "copy", "expires": "2020-01-31",'));
    const { code, stderr } = await dedupe(gate, { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('dedupe: base.json: accepted until 2020-01-31, and no longer: copy new/again.txt, old/ferry.txt\n');
  });

  test('what the batch no longer repeats is stale, and --prune-baseline takes it out', async () => {
    const cwd = await accepted({ 'new/again.txt': FERRY, 'new/library.txt': LIBRARY });
    rmSync(join(cwd, 'new/library.txt'));
    const { stderr } = await dedupe([...gate, '-v'], { cwd });
    expect(stderr).toContain('dedupe: base.json: 1 stale entry (--prune-baseline takes them out)\n');
    expect(stderr).toContain('dedupe:   stale: copy new/library.txt, old/library.txt\n');
    expect((await dedupe([...gate, '--prune-baseline'], { cwd })).stderr).toBe('dedupe: base.json: 1 entry, before 2\n');
    expect(read(cwd)).not.toContain('library');
    expect(await ruleOf(cwd)).toEqual({ code: 0, rule: 'passes: 0 new copies, 0 allowed; 1 accepted' });
  });

  test('a baseline of dedupe over everything is one of check, and the other way round', async () => {
    const cwd = await arrived({ 'new/again.txt': FERRY });
    await dedupe(['old', 'new', '--baseline', 'base.json', '--update-baseline', '-q'], { cwd });
    const before = read(cwd);
    expect(await ruleOf(cwd)).toEqual({ code: 0, rule: 'passes: 0 new copies, 0 allowed; 1 accepted' });
    rmSync(join(cwd, 'base.json'));
    await dedupe([...gate, '--update-baseline', '-q'], { cwd });
    expect(read(cwd)).toBe(before);
  });

  test.each([
    ['a file that is not there', ['--baseline', 'gone.json'], '--baseline gone.json: there is no such file'],
    ['an update of nothing', ['--update-baseline'], '--update-baseline has no file to write'],
    ['an incoming article', ['--baseline', 'new/base.txt', '--update-baseline'], '--baseline new/base.txt is one of the inputs'],
    ['an archived article', ['--baseline', 'old/ferry.txt'], 'old/ferry.txt is no JSON'],
    ['the index', ['--baseline', 'archive.idx', '--update-baseline'], 'archive.idx'],
  ])('%s is refused, and nothing is written', async (_, flags, message) => {
    const cwd = await arrived({ 'new/base.txt': '{"baselineVersion": 1, "entries": []}' });
    const index = readFileSync(join(cwd, 'archive.idx'));
    const result = await dedupe(['check', 'new', '--against', against, ...flags], { cwd });
    expect(result).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
    expect(readdirSync(cwd).toSorted()).toEqual(['archive.idx', 'new', 'old']);
    expect(readFileSync(join(cwd, 'archive.idx')).equals(index)).toBe(true);
    expect(readFileSync(join(cwd, 'old/ferry.txt'), 'utf8')).toBe(FERRY);
  });
});

test('articles of an index that was built without content hashes are always new, and that is said', async () => {
  const cwd = folderWith({ 'new.jsonl': `${JSON.stringify({ id: 'a', text: FERRY })}\n` });
  await dedupe(['index', 'build', 'archive.idx', '-'], { cwd, input: FERRY });
  const { code, stderr } = await dedupe(
    ['check', 'new.jsonl', '--against', 'archive.idx', '--baseline', 'base.json', '--update-baseline'],
    { cwd },
  );
  expect(code).toBe(1);
  expect(stderr).toContain('dedupe: 1 article without a content hash: always new, since the baseline is by content\n');
});

test('the gate of a folder may lie in the folder that it is against', async () => {
  const cwd = folderWith({ ...ARCHIVE, 'new/again.txt': FERRY });
  const gate = ['check', 'new', '--against', '.', '--baseline', 'baseline.json'];
  expect(await dedupe([...gate, '--update-baseline'], { cwd })).toMatchObject({ code: 0 });
  expect(await dedupe(gate, { cwd })).toMatchObject({ code: 0 });
});
