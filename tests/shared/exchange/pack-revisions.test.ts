import { expect, test } from 'vitest';
import { packRevisions, unpackRevision } from '#shared/exchange/pack-revisions.ts';
import { contentOf } from '#tests/builders/content.ts';
import { everyNode } from '#tests/builders/every-node.ts';
import { revisionSummary } from '#tests/builders/revision-summary.ts';

test('blocks that did not change between versions stand once, and every version reads as it was', () => {
  const contents = [
    contentOf('一', ['第一段。', ...everyNode.children]),
    contentOf('二', ['第一段，改了。', ...everyNode.children]),
    contentOf('三', ['第一段，改了。', ...everyNode.children, '第一段。']),
  ];
  const history = contents.map((content, index) => ({ revision: revisionSummary(index + 1), content }));
  const packed = packRevisions(history);
  expect(packed.blocks).toHaveLength(everyNode.children.length + 2);
  expect(packed.revisions.map((revision) => unpackRevision(packed, revision))).toEqual(contents);
});

test('a version that names a block which is not there cannot be read', () => {
  const packed = packRevisions([{ revision: revisionSummary(1), content: contentOf('一') }]);
  const [revision] = packed.revisions;
  expect(revision && unpackRevision({ blocks: [] }, revision)).toBeUndefined();
});
