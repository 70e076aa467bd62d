import { expect, test } from 'vitest';
import { judge, type SharedLines, sharedLines, strip, survey } from '../../src/stages/strip/index.ts';
import { bytesOf, textOf } from './own.ts';
import { UNLIKE } from './unlike.ts';

/** Headlines and texts of articles that have nothing in common. */
const articles = UNLIKE.map((text) => {
  const [headline, ...paragraphs] = text.split('\n');
  return { headline, text: paragraphs.join('\n') };
});
const pagesOf = (tails: readonly string[]) => tails.map((tail, at) => `${articles[at].headline}${tail}\n${articles[at].text}`);
const surveyed = (pages: readonly string[]): SharedLines => sharedLines(pages.map((page) => survey(bytesOf(page))));

function headlineOf(page: string, shared: SharedLines): { headline: string; told: string } {
  const bytes = bytesOf(page);
  const own = strip(bytes, shared);
  return { headline: textOf(bytes, own).split('\n')[0], told: new TextDecoder().decode(bytes.subarray(...own.title)) };
}

test.each([
  [' - Channel Nine'],
  [' | Tarrin Post'],
  [' :: tarrinpost.example'],
  [' — Channel Nine News 9 - Tarrin, Calder'],
  [' · Tarrin Post | Weather'],
])("an outlet's name behind the headlines of three unlike articles goes: %s", (tail) => {
  const pages = pagesOf([tail, tail, tail]);
  const shared = surveyed(pages);
  for (const [at, page] of pages.entries()) {
    const { headline } = articles[at];
    expect(headlineOf(page, shared)).toEqual({ headline, told: headline });
    expect(judge(bytesOf(page), shared)[0]).toMatchObject({
      own: headline,
      rule: 'furniture inside the line',
      evidence: 'about the outlet',
    });
  }
});

test('of two names, the one that only one headline has goes with what stands behind it when others have both', () => {
  const pages = pagesOf([' - Sport - Channel Nine', ' - Channel Nine', ' - Channel Nine']);
  expect(headlineOf(pages[0], surveyed(pages)).headline).toBe(`${articles[0].headline} - Sport`);
});

test('two articles prove nothing, and reprints even less', () => {
  const two = pagesOf([' - police say', ' - police say']);
  expect(headlineOf(two[0], surveyed(two)).headline).toBe(`${articles[0].headline} - police say`);
  const page = `${articles[0].headline} - Channel Nine\n${articles[0].text}`;
  const reprints = [page, `${page}\nBy Ida Holm`, `${page}\nWith a map`];
  expect(headlineOf(page, surveyed(reprints)).headline).toBe(`${articles[0].headline} - Channel Nine`);
});

test('a hyphen in a word is no mark, and a headline of two words keeps what follows it', () => {
  const hyphens = pagesOf([' for the well-known', ' for the well-known', ' for the well-known']);
  expect(headlineOf(hyphens[0], surveyed(hyphens)).headline).toBe(`${articles[0].headline} for the well-known`);
  const short = ['Thick fog', 'Busy bees', 'Old woods'].map((headline, at) => `${headline} | Live blog\n${articles[at].text}`);
  expect(headlineOf(short[0], surveyed(short)).headline).toBe('Thick fog | Live blog');
});

test('no more tails of a headline are asked for than its article tells the corpus of', () => {
  const names = 'Tarrin Post | Harbour | Weather | Nine';
  const others = articles.slice(1, 5).map(({ headline, text }) => `${headline}\n${names}\n${text}`);
  const headline = `${articles[0].headline} | ${names}`;
  const page = `${headline}\n${articles[0].text}`;
  expect(headlineOf(page, surveyed([page, ...others])).headline).toBe(headline);
});
