/** Articles for tests of the command line: two prints of one report, and one on something else. */

export const FERRY = `Ferry runs aground off Tarn Point in thick fog

The car ferry Maid of Orsay ran aground on a sandbank off Tarn Point early on Tuesday with 84 passengers and 31 cars on board, the coastguard said.

Nobody was hurt. Two lifeboats from Kilbrennan took off the passengers within an hour, and the ship floated free on the rising tide shortly before ten o'clock.

"We heard a long scrape and then the engines stopped," said Moira Tennant, who was travelling to her sister's wedding. "The crew could not have been calmer."

The operator, Orsay Lines, has cancelled all crossings until divers have looked at the hull. An inquiry was opened by the Marine Safety Board.
`;

export const LIBRARY = `Village library opens its seed drawers again

For the eleventh spring in a row the library at Moraven lends out seeds beside its books: beans, marigolds, and an old kind of blue barley that no shop has.

Readers take a packet home in March and bring back a packet of their own harvest in October. Last year 212 of 260 packets came back, says librarian Jonas Ebbing, a better rate than that of the crime novels.

The drawers are the old card catalogue, whose labels nobody had the heart to remove. Carrots are filed under theology.
`;

/** Two copies and an article that stands alone. */
export const NEWS = { 'news/ferry.txt': FERRY, 'news/ferry-again.txt': FERRY, 'news/library.txt': LIBRARY } as const;
/** Nothing that belongs together. */
export const APART = { 'news/ferry.txt': FERRY, 'news/library.txt': LIBRARY } as const;
