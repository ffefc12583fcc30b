import type { BlockChange } from '#shared/document/diff/block-diff.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import type { Side } from './side.ts';

export interface DiffBlockProps {
  /** As it was and as it is; the same where nothing changed. */
  readonly before: BlockNode;
  readonly after: BlockNode;
  readonly change: BlockChange | null;
  readonly side: Side;
  /** Of its row; the names of its changes begin with it. */
  readonly name: string;
}
