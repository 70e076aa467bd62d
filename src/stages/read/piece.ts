import { type Block, longestLine, type RecordSettings, readBlock } from './block.ts';
import type { FoundFile } from './foundFile.ts';
import { isSystemError, unreadable } from './open.ts';
import type { Part } from './part.ts';
import { PartBuilder } from './partBuilder.ts';
import { readStretch, type Stretch } from './stretch.ts';
import { readTexts } from './text.ts';

export type { RecordSettings } from './block.ts';
export type { Part } from './part.ts';

/** A piece of the input that any thread can read by itself; a file descriptor is good in all of them. */
export type Piece =
  | { readonly kind: 'texts'; readonly files: readonly FoundFile[] }
  | { readonly kind: 'stretch'; readonly fd: number; readonly stretch: Stretch }
  | { readonly kind: 'block'; readonly block: Block };

/** Piece → part. isPatient: lines are looked at to the end, though none is a record. */
export async function readPiece(piece: Piece, settings: RecordSettings, isPatient = false): Promise<Part> {
  switch (piece.kind) {
    case 'texts':
      return readTexts(piece.files, settings.maxArticleBytes);
    case 'stretch':
      return readFrom(piece.fd, piece.stretch, settings, isPatient);
    case 'block':
      return readBlock(piece.block, settings, isPatient);
    default:
      return piece satisfies never;
  }
}

function readFrom(fd: number, stretch: Stretch, settings: RecordSettings, isPatient: boolean): Part {
  try {
    return readBlock(readStretch(fd, stretch, longestLine(settings.maxArticleBytes)), settings, isPatient);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const part = new PartBuilder(settings.maxArticleBytes, { expectedBytes: 0 });
    part.skip((unreadable(error) as Error).message); // a system error becomes Unreadable
    return part.finish();
  }
}

/** A piece, and what is done with its part; null is for what only waits for its turn. */
export interface Task {
  readonly piece: Piece | null;
  readonly take: (part: Part | null) => void | Promise<void>;
}

/** The task of a piece. */
export function taskOf(piece: Piece, take: (part: Part) => void | Promise<void>): Task {
  return { piece, take: (part) => (part === null ? undefined : take(part)) };
}
