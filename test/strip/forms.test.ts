/** Articles that are no row of paragraphs, on the pages of big outlets, and what these pages say of themselves. */
import { describe, expect, test } from 'vitest';
import { ownTextOf, rulesOn } from './own.ts';
import { UNLIKE } from './unlike.ts';

const MENU = ['Home', 'News', 'Sport', 'Weather', 'Opinion', 'Video', 'Contact us', 'Log in', 'Search', 'Subscribe', 'Newsletters', 'Jobs'];
const FOOTER = ['Share', 'Facebook', 'Twitter', 'Privacy policy', 'Terms of use', 'Cookies', 'About us', '© 2024 Harbour Post'];
const BOX = ['Newsletter', 'The Post at Dawn', 'Every morning, before the boats', 'SIGN UP'];
const TITLE = 'Harbour bridge to close for repairs until the autumn';
const STORY = [
  'The harbour bridge will close on Monday for the first time since it was opened, the council said, and traffic is to be sent over the old ferry ramp.',
  'Engineers found cracks in three of the eleven bearings of the bridge during a routine check in March, and the council decided to replace all of them.',
  '"We had hoped to keep one lane of the bridge open, but the risk is too great," said chief engineer Maren Holt, who has looked after it for nineteen years.',
  'Shops on the quay fear for their trade, since the ramp is a mile away, and they have asked the council for a footbridge until September.',
];
const pageOf = (lines: readonly string[]) => [...MENU, ...lines, ...FOOTER].join('\n');
const ownLines = (lines: readonly string[]) => ownTextOf(pageOf(lines)).split('\n');

describe('an article in turns is kept to its end', () => {
  const interview = [
    'The keeper of the bridge: “Rust can be filed down”',
    'Maren Holt has looked after the harbour bridge for nineteen years, and on Monday she will close it. A conversation about pigeons.',
    'When did you first see the cracks in the bearings?',
    'In March, by torchlight. I had gone down to look for a glove that a diver of ours had lost the week before.',
    'And what did the council have to say to that?',
    'It asked whether one lane could stay open. I said that it could, if nobody drove on it, and then it voted.',
    'Will anyone subscribe to a bridge that is closed?',
    'They do. There is a contract with the ferry line, and it has been renewed each year since nobody has ever cancelled it.',
  ];
  const end = ['Who looks after the bridge once you have retired?', 'My niece. She is twelve, and she has taken our clock to pieces.'];

  test('an interview, behind a box', () => {
    expect(ownLines([...interview, ...BOX, ...end])).toEqual([...interview, ...end]);
  });

  test('but a quiz below a report is no interview', () => {
    const quiz = ['Which bridge was never opened to anyone?', 'Guess.'];
    expect(ownLines([TITLE, ...STORY, ...BOX, ...quiz])).toEqual([TITLE, ...STORY]);
  });

  test('a live report, amid share bars', () => {
    const entries = [
      [
        '16:40',
        'That is all from the quay',
        'The last lorry has left the bridge, and the barriers are down until the autumn, says the harbour master.',
      ],
      [
        '15:05',
        '‘I have eaten all the herring’',
        'A driver from Tarrin has waited at the ramp since Saturday with a load of herring, he told our reporter.',
      ],
      ['13:20', 'The council stands firm', 'The mayor told reporters at noon that no lane of the bridge would be kept open at any price.'],
      [
        '09:00',
        'What is it about?',
        'Engineers found cracks in three bearings of the bridge in March. Shops on the quay fear for their trade.',
      ],
    ];
    const kept = ownLines([TITLE, STORY[0], ...entries.flatMap((entry) => [...entry, 'Share']), 'Advertisement', 'Recommended stories']);
    for (const [, heading, report] of entries) expect(kept).toEqual(expect.arrayContaining([heading, report]));
  });
});

describe('a list inside an article is kept whole', () => {
  test('the score below a match report', () => {
    const table = [
      'Tarrin 24, Fenholm 23',
      'Fenholm 7 3 10 3 — 23',
      'Tarrin 0 14 7 3 — 24',
      'First Quarter',
      'FEN — Boyd 4 run (Strand kick), 8:15',
      'Second Quarter',
      'TAR — Tull 31 pass from Watkins (Ruiz kick failed), 12:40',
      'TAR — Watkins 2 run (Tull pass from Watkins), 0:33',
      'Fourth Quarter',
      'FEN — Strand 22, 2:14',
      'TAR — Sesay 62, 0:00',
    ];
    const report = [
      'Tarrin end 41-game skid on a 62-yard goal by a soccer player',
      'Ibrahim Sesay, who had never kicked a football in a game, made a 62-yard goal as time ran out and lifted Tarrin to a 24-23 win over Fenholm.',
      'Sesay, who plays soccer, was called from the stands after kicker Brett Lowe had pulled a hamstring, and his backup had thrown up.',
      'Tarrin had not won since September. Quarterback Dee Watkins threw for 211 yards and two touchdowns against Fenholm.',
    ];
    expect(ownLines([...report, ...table, 'View comments (27)', ...BOX])).toEqual([...report, ...table]);
    expect(ownTextOf([...report, ...table].join('\n')).split('\n')).toEqual([...report, ...table]);
  });

  test('what a line with a colon introduces, and the sentence below it', () => {
    const list = [
      'Key facts about the closure:',
      'Three of the bearings: Holm, Tarrin and Fenholm piers',
      'Price per bearing of about 90,000 crowns',
      'Ferry ramp open to lorries of up to 7 tonnes',
      'The council had set aside four million crowns for the bridge in its budget of last year.',
    ];
    expect(ownLines([TITLE, ...STORY, ...list])).toEqual([TITLE, ...STORY, ...list]);
    const reading = ['What the crew of the ferry reads:', ...UNLIKE.slice(0, 4).map((story) => story.split('\n')[0])];
    expect(ownLines([TITLE, ...STORY, ...reading])).toEqual([TITLE, ...STORY]);
  });

  test('speech that names an agency', () => {
    const spoken = '»Wir hatten die Brücke schon abgeschrieben«, sagte die Ingenieurin der Nachrichtenagentur dpa. »Und dann hielt sie.«';
    const lines = [TITLE, STORY[0], spoken, 'Anzeige', ...STORY.slice(1)];
    expect(ownLines(lines)).toEqual(lines.filter((line) => line !== 'Anzeige'));
  });
});

describe('what is said of pictures and of the author goes', () => {
  test.each([
    'The bridge is seen from the quay at St. Olaf, T.N. (Morag Beaton/HBC)',
    'Three of the bearings have to go. (Radio Tarrin: Morag Beaton)',
    'The old ferry ramp, where lorries will cross from Monday on. Tim Dunn tdunn@harbourpost.example',
  ])('photo caption: %s', (caption) => {
    const text = [TITLE, STORY[0], caption, ...STORY.slice(1)].join('\n');
    expect(ownTextOf(text).split('\n')).toEqual([TITLE, ...STORY]);
    expect(rulesOn(text)[2]).toBe('photo caption');
  });

  test.each([
    'Holt leads in the latest survey of the harbour board (Tarrin/Fenholm)',
    'The bearings were cast in Holm and shipped to Tarrin (see also: the ramp)',
  ])('other brackets stay: %s', (line) => {
    expect(ownTextOf([TITLE, STORY[0], line, ...STORY.slice(1)].join('\n'))).toContain(line);
  });

  test('the last lines, when they begin with the name of the by-line', () => {
    const bio = 'Jon Falk covers the harbour and its bridges. He joined the Post in 2011 and keeps bees.';
    const text = [TITLE, 'By Jon Falk', ...STORY, bio].join('\n');
    expect(ownTextOf(text)).not.toContain(bio);
    expect(rulesOn(text).at(-1)).toBe('about the author');
    expect(ownTextOf([TITLE, 'By Maren Berg', ...STORY, bio].join('\n'))).toContain(bio);
    expect(ownTextOf([TITLE, 'By Jon Falk', STORY[0], bio, ...STORY.slice(1)].join('\n'))).toContain(bio);
  });
});

describe('what big outlets put around an article goes', () => {
  test.each([
    'More: Council split over ferry ramp, again',
    'This live page is now closed. You can follow the bridge on our front page.',
    'This story was originally published May 4, 2024 at 2:15 PM.',
    'The Associated Press receives support for its coverage of bridges from several foundations. The AP is solely responsible for all content.',
    'When we learn of a mistake, we acknowledge it with a correction. Please let us know at news@harbourpost.example.',
  ])('below a report: %s', (line) => {
    expect(ownTextOf([TITLE, ...STORY, line].join('\n')).split('\n')).toEqual([TITLE, ...STORY]);
  });

  test.each([
    ['Passer la publicité', 'Skip advertisement'],
    ['Tu suscripción se está usando en otro dispositivo', '¿Quieres añadir otro usuario a tu suscripción?'],
    ['benefício do assinante', 'Assinantes podem liberar 7 acessos por dia para conteúdos da Folha.'],
  ])('amid a page: %s', (...box) => {
    expect(ownLines([TITLE, ...STORY.slice(0, 2), ...box, ...STORY.slice(2)])).toEqual([TITLE, ...STORY]);
  });

  test('a report on more than a bridge keeps what looks alike', () => {
    const lines = [
      'More bridges will be looked at before the winter, the council said, and the oldest of them comes first.',
      'The company is solely responsible for all damage that its ferry did to the pier, the court found on Friday.',
    ];
    expect(ownTextOf([TITLE, ...STORY, ...lines].join('\n')).split('\n')).toEqual([TITLE, ...STORY, ...lines]);
  });
});

describe('a page printed as text, its paragraphs wrapped by hand', () => {
  const wrap = (line: string) => line.replace(/(.{1,76})( |$)/g, '$1\n').trimEnd();

  test.each([
    ['blank lines between', [...MENU, TITLE, ...STORY, ...FOOTER]],
    [
      'menus with bullets',
      [MENU.map((entry) => `  * ${entry}`).join('\n'), TITLE, ...STORY, FOOTER.map((entry) => `  * ${entry}`).join('\n')],
    ],
  ])('keeps its article whole: %s', (_, blocks) => {
    const page = blocks.map((block) => (block.includes('\n') ? block : wrap(block))).join('\n\n');
    expect(ownTextOf(page).replace(/\s+/g, ' ')).toBe([TITLE, ...STORY].join(' '));
  });
});

test('the last paragraphs of a report stand behind a list, in other words', () => {
  const list = ['Read also', 'The ferry that nobody wanted'];
  const end = [
    'On Saturday the mayor will hand her a medal, and a new torch.',
    '“I asked for a glove,” she says, “since the last one is down there still.”',
  ];
  expect(ownLines([TITLE, ...STORY, ...list, ...end])).toEqual([TITLE, ...STORY, ...end]);
  expect(ownLines([TITLE, ...STORY, ...list, end[0]])).toEqual([TITLE, ...STORY]);
});
