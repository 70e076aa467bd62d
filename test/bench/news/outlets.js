import { Random } from './random.js';

const OUTLET = 41;
const TOWNS =
  'Harwick Ellisport Marlow Dunmere Calder Thornbury Ashgrove Penfield Oakhaven Rookdale Winslade Greyford Larkhill Stonewell Farrow'.split(
    ' ',
  );
const KINDS = ['Post', 'Courier'];

const NEWSLETTERS = [
  'Sign up for the {short} morning newsletter and get the top stories delivered to your inbox.',
  'Get the best of {name} every weekday. Subscribe to our free newsletter.',
  'Never miss a story: subscribe to {name} today and get unlimited access.',
  'Want more like this? Sign up to our daily briefing, in your inbox by 7am.',
  'For the latest news, weather, sports, and streaming video, head to {name}.',
  'Download the {short} app for breaking news alerts.',
];
const LISTS = [
  'More from {name}',
  'Read more',
  'Related stories',
  'Most read',
  'You may also like',
  'Recommended for you',
  'Top stories',
  'More on this story',
];
const SHARES = [
  'Share this article',
  'Share\n\nTweet\n\nEmail',
  'Facebook Twitter WhatsApp Email Copy link',
  'Share on Facebook\nShare on Twitter',
  'Click to share on Facebook',
];
const CREDITS = ['Photo: {person}/{name}', '({person}/{name})', '{person} / {name} via Getty Images', 'Photo by {person}'];
const COPYRIGHTS = [
  '© 2024 {name}. All rights reserved.',
  'Copyright 2024 {name}. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.',
  '© {name} Media Group 2024',
];
const COMMENTS = [
  'Leave a Comment\n\nYour email address will not be published. Required fields are marked *\n\nSave my name, email, and website in this browser for the next time I comment.',
  'Join the conversation\n\nPlease read our commenting policy before posting.',
  'Comments are closed.',
  'Be the first to comment',
];
const ENDINGS = ['Scroll to Top', 'Terms of Use\n\nPrivacy Policy\n\nContact us', 'Report a typo', 'The story continues below'];

/** The outlets of a corpus, each with its own furniture, said in its own words on every page. */
export function makeOutlets(seed, count) {
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(seed, OUTLET, index);
    const name = `${index % 3 === 0 ? 'The ' : ''}${TOWNS[index % TOWNS.length]} ${KINDS[Math.floor(index / TOWNS.length) % KINDS.length]}`;
    const named = (list) => random.pick(list).replaceAll('{name}', name).replaceAll('{short}', name.replace('The ', ''));
    return {
      name,
      slug: name.toLowerCase().replaceAll(' ', '-'),
      newsletter: named(NEWSLETTERS),
      list: named(LISTS),
      share: named(SHARES),
      credit: named(CREDITS),
      copyright: named(COPYRIGHTS),
      comments: named(COMMENTS),
      ending: named(ENDINGS),
      /** The list of other articles stands amid the text, or below it. */
      listsAmid: random.chance(0.3),
      teases: random.chance(0.5),
      bullet: random.pick(['  • ', '- ', '* ', '']),
      sharesFirst: random.chance(0.5),
    };
  });
}
