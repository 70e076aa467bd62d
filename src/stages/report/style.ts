import { Chalk } from 'chalk';

/** How a text for a person is set. */
export interface Style {
  /** Columns. */
  readonly width: number;
  /** Chalk's level: 0 none, 1 sixteen colours, 2 256, 3 all. */
  readonly color: 0 | 1 | 2 | 3;
}

export interface TextStyle extends Style {
  /** Groups shown; 0 is all. */
  readonly top: number;
  /** List what else is only counted: the articles that stand alone, every member, every skipped path. */
  readonly all: boolean;
  /** What the run took; null leaves it out, so that two logs can be compared. */
  readonly seconds: number | null;
}

/** Narrower than this no table can be set: a window of 20 columns gets lines of 40. */
const LEAST_WIDTH = 40;

export function columnsOf(style: Style): number {
  return Math.max(LEAST_WIDTH, style.width);
}

/** Few inks, each with one meaning. Paint last: widths are measured on plain text. */
export interface Inks {
  /** A headline. */
  readonly strong: (text: string) => string;
  /** What may be skipped at the first reading. */
  readonly faint: (text: string) => string;
  /** The article that stands for its group; a bound met; a line kept. */
  readonly good: (text: string) => string;
  /** How an article copies another. */
  readonly tie: (text: string) => string;
  /** What was left out or speaks against; a line stripped. */
  readonly bad: (text: string) => string;
}

export function inksOf(style: Pick<Style, 'color'>): Inks {
  const chalk = new Chalk({ level: style.color });
  return { strong: chalk.bold, faint: chalk.dim, good: chalk.green, tie: chalk.cyan, bad: chalk.red };
}
