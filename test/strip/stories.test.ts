import { expect, test } from 'vitest';
import { ownTextOf } from './own.ts';

/** Texts of many shapes without any furniture: not a line may go. */
const STORIES: Record<string, string[]> = {
  'a brief': ['Two arrested after chase', 'Two men were arrested in Calder on Sunday after a chase over the ring road, police said.'],
  'a text of one line': [
    'The council voted on Tuesday to keep the ferry. It will run every hour. "It is slow but it is ours," said mayor Ida Brandt. Fares stay as they are.',
  ],
  'an interview': [
    'A clock that is always right teaches you nothing',
    'Leopold Anker, 79, has looked after the town clocks for half a century. In March he will climb the tower for the last time.',
    'Q: How many steps are there?',
    'A: There are 217. I used to say 218 because I counted the doorstep.',
    'Q: Have you ever been late?',
    'A: For my own wedding. Forty minutes.',
    'Q: Who will follow you?',
    'A: A young woman from the coast. She has better ears than I have.',
  ],
  'short answers': [
    'The minister was asked three questions in the lobby on Friday and took little time to answer any of them.',
    'Will she resign?',
    '"No."',
    'Has she spoken to the president?',
    '"Yes."',
    'The session was closed after two minutes, and the minister left by the back door without another word.',
  ],
  'a list of demands': [
    'Ten commandments split the allotments',
    'The committee pinned new rules to the shed on Sunday. They demand among other things:',
    '• Hedges no higher than 1.20 metres',
    '• No more than two garden gnomes for each plot',
    '• Quiet between one and three in the afternoon',
    'Anyone who breaks a rule three times in a year is to lose the lease.',
  ],
  'a poem': [
    'The parish unveiled a bronze plate on the old landing stage on Wednesday. It carries four lines by a schoolteacher:',
    "He never asked us what we'd come to find,",
    'he only asked us not to rock the boat.',
    'The bank ahead, the other bank behind,',
    'and, in between, the art to stay afloat.',
    'The boat itself is to be restored by apprentices of the yard and hung in the town hall next year.',
  ],
  'a score table': [
    'Oduya takes chess title at nine',
    'The nine-year-old won the open championship on Sunday with eight points out of nine, half a point ahead of Torben Glass.',
    'The final standings at the top of the table:',
    '1. Mirel Oduya 8',
    '2. Torben Glass 7½',
    '3. Sven Arlow 6½',
    'Oduya learned the moves at four from a grandfather who, her mother says, let her win exactly once.',
  ],
  'box scores': [
    'GIRLS BASKETBALL',
    'Palm Hill d. Rockland 70-44',
    'Rockland 14 11 6 15 — 44',
    'Palm Hill (1-0): Tolver 25 points. Davis 17 points. Burgh 10 points. Bozem 10 points.',
    'Heritage d. Titus 53-9',
  ],
  'a story about newsletters and cookies': [
    'Regulator fines publisher over cookie banners',
    'The data protection authority fined a publisher 2 million crowns on Thursday because its cookie notice gave readers no real choice.',
    'The company had made readers sign up for a newsletter before they could refuse advertising cookies, the authority found.',
    'Its privacy policy ran to 60 pages, and nobody at the company could say who had written it, according to the ruling.',
  ],
  'a German report': [
    'Freibad gehört jetzt seinen Schwimmern',
    'Die Gemeinde hat das Freibad am Samstag für einen Euro an einen Verein verkauft, dem schon 900 Einwohner beigetreten sind.',
    '„Wir haben keine Ahnung von Pumpen, aber wir haben drei Klempner“, sagte die Vorsitzende Anna Reiter.',
    'Der Eintritt soll auch im nächsten Jahr vier Euro kosten, ermäßigt zwei Euro fünfzig.',
  ],
  'a Chinese report': [
    '最后一辆手动挡公交车退役',
    '5月9日傍晚六点，7路公交车的末班车缓缓驶入东门总站。司机拉起手刹，拔下钥匙，车厢里响起掌声。',
    '这辆车1998年投入使用，累计行驶一百四十八万公里，换过四台发动机。“它哪里响，我闭着眼睛都知道，”他说。',
    '不少老乘客专程赶来坐最后一趟。七十八岁的退休教师带来一袋煮鸡蛋，分给全车的人。',
  ],
  'an Arabic report': [
    'افتتاح محطة جديدة لتحلية المياه على الساحل',
    'افتتحت البلدية يوم الأحد محطة جديدة لتحلية المياه تكفي مئة ألف نسمة، بعد ثلاث سنوات من العمل.',
    'وقال مدير المشروع إن المحطة ستعمل بالطاقة الشمسية في النهار، وإن كلفتها بلغت أربعين مليونا.',
  ],
};

test.each(Object.entries(STORIES))('%s stays whole', (_, lines) => {
  expect(ownTextOf(lines.join('\n'))).toBe(lines.join('\n'));
  expect(ownTextOf(lines.join('\n\n'))).toBe(lines.join('\n'));
  expect(ownTextOf(lines.join('\r\n'))).toBe(lines.join('\n'));
});

test('a hard-wrapped text is read by paragraphs, and stays as it is', () => {
  const wrapped = `The river rose by two metres in the night to Monday, and the lower part
of the town had to be cleared before dawn. Nobody was hurt, the fire
brigade said, but forty cellars were flooded and the bridge is closed
until the water has fallen.

The mayor called the defences built after the last flood "a wall with a
door in it". The door had been left open for a wedding party that had
crossed the river by boat, and nobody had thought of closing it again.`;
  const own = ownTextOf(wrapped);
  expect(own.split(/\s+/)).toEqual(wrapped.split(/\s+/));
});

test('a hard-wrapped poem is not joined', () => {
  const lines = [
    'The autumn came across the harbour wall with lanterns in its hand,',
    'And nobody who saw it come could say that it had come by land.',
    'The gulls were quiet on the roof, the boats were quiet on the chain,',
    'And all the windows of the town were looking out into the rain.',
  ];
  expect(ownTextOf(lines.join('\n'))).toBe(lines.join('\n'));
});

const ABOVE = [
  'Ferry strikes breakwater in fog',
  'A ferry struck the breakwater in thick fog on Tuesday, and thirty people were hurt, four of them badly, the harbour master said.',
  'Divers will look at the hull in the afternoon, and the crossing stays closed until they have reported to the harbour office.',
];
const LAST = 'Last year a smaller boat had hit the same wall at night, and the council then paid for a new lamp which has never been lit.';
const HEADLINES = ['Bees move to school roof', 'Pension funds buy three forests', 'Library lends out seeds'];
const TEASERS = [
  'The school on Kettle Lane keeps bees on its roof. Each class looks after a hive of its own from the third year on, and the',
  'Pension funds have bought three forests since January, betting that an asset that',
  'A library in the valley lends out seeds, and readers bring back a dozen for each. Beans are the favourite, tomatoes',
];

test.each<[string, string[]]>([
  ['headlines only', HEADLINES.map((headline) => `• ${headline}`)],
  ['teasers that are cut off', HEADLINES.flatMap((headline, at) => [headline, `${TEASERS[at]}...`])],
  ['teasers that are indented', HEADLINES.flatMap((headline, at) => [`• ${headline}`, `    ${TEASERS[at]} rest of it.`])],
])('the last paragraph stays below a list amid the text: %s', (_, entries) => {
  const text = [...ABOVE, 'Recommended for you', ...entries, LAST, 'Share this article'].join('\n\n');
  expect(ownTextOf(text)).toBe([...ABOVE, LAST].join('\n'));
});

test('the last paragraph stays below a list when it speaks of the same things', () => {
  const last = 'The harbour master said that the ferry had sounded its horn twice before it struck the breakwater.';
  const text = [...ABOVE, 'Recommended for you', HEADLINES[0], last, 'Share this article'].join('\n\n');
  expect(ownTextOf(text)).toBe([...ABOVE, last].join('\n'));
});

test('the last teaser of a list goes when own text follows it', () => {
  const list = HEADLINES.flatMap((headline, at) => [`• ${headline}`, `    ${TEASERS[at]}...`]);
  const text = [...ABOVE, 'Related stories', ...list, LAST, ABOVE[1].replace('Tuesday', 'Sunday')].join('\n\n');
  expect(ownTextOf(text)).toBe([...ABOVE, LAST, ABOVE[1].replace('Tuesday', 'Sunday')].join('\n'));
});

test.each(['Photo: A. Brandt/Calder Bugle', '(A. Brandt/Calder Bugle)', 'A. Brandt / Calder Bugle via Getty Images', 'Photo by A. Brandt'])(
  'a caption that names whom the text names is not its title: %s',
  (credit) => {
    const text = [
      'Slow boat stays',
      `Ida Brandt in Calder in this file photo. ${credit}`,
      'The council of Calder voted on Tuesday to keep the ferry, and mayor Ida Brandt said that it would run every hour.',
      'Fares stay as they are, Brandt said in Calder, and the file of complaints is to be closed.',
    ];
    expect(ownTextOf(text.join('\n\n'))).toBe([text[0], text[2], text[3]].join('\n'));
  },
);

test('a brief that breaks off stays beside a longer list of headlines with teasers', () => {
  const brief = [
    'Ferry to run again from Monday',
    'HOLM, June 14 (Harbour News) – The ferry between Holm and Fenholm is to run again from Monday, after divers had freed its',
  ];
  const list = HEADLINES.flatMap((headline, at) => [`- ${headline}`, `${TEASERS[at]} ...`]);
  expect(ownTextOf([...brief, 'Latest in Holm', ...list].join('\n\n'))).toBe(brief.join('\n'));
});

test('words that furniture has, too, stay in a lead that breaks off, and in what somebody is quoted with', () => {
  const brief = [
    'Singer asks for rest',
    'HOLM (Harbour News) - "We ask you to respect her and her family\'s privacy in these days," said her manager, who spoke for the first time on',
  ];
  expect(ownTextOf(brief.join('\n\n'))).toBe(brief.join('\n'));
});
