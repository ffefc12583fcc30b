import type { ImportNote, ImportReport } from '#shared/model/import-report.ts';
import type { PageBlock, PictureReference } from './page-block.ts';
import type { PageFacts } from './page-facts.ts';

/** What a reader made of a source: its blocks in order, and what it says about itself. */
export interface ReadPage {
  readonly blocks: readonly PageBlock[];
  readonly facts: PageFacts;
}

/** Bytes of a picture that came along, unjudged. */
export interface IncomingPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a reader made of a file: its blocks, and everything that came beside them. */
export interface IncomingPage extends ReadPage {
  readonly kind: ImportReport['kind'];
  readonly encoding: ImportReport['encoding'];
  readonly notes: readonly ImportNote[];
  /** Words that have no place in an article: headers, footers, a letter around a document. */
  readonly setApart: readonly string[];
  /** The bytes that a picture of the blocks names; undefined when they did not come along. Nothing is ever fetched. */
  findPicture(reference: PictureReference): IncomingPicture | undefined;
}

/** A note of something that is there `count` times; none when it is not. */
export function note(kind: ImportNote['kind'], count: number, names: readonly string[] = []): readonly ImportNote[] {
  return count > 0 ? [{ kind, count, names: names.slice(0, 50) }] : [];
}
