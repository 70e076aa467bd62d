/** A file to be read: its path as reports show it, and absolute. */
export interface FoundFile {
  readonly shown: string;
  readonly path: string;
  readonly bytes: number;
}
