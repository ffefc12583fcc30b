import { beforeEach, describe, expect, test } from 'vitest';
import { contentOf } from '#tests/builders/content.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDesk, type TestDesk } from '#tests/helpers/test-desk.ts';

let desk: TestDesk;
let draftId: string;
let revisionId: string;

beforeEach(async () => {
  desk = await openTestDesk();
  const { summary, revision } = await desk.drafts.create();
  draftId = summary.id;
  revisionId = revision.id;
});

const write = async (words: string, sequence: number) => {
  const { revision } = await desk.drafts.open(draftId);
  const content = contentOf('标题', ['开头。', words]);
  await desk.drafts.saveJournal({ draftId, baseRevisionId: revision.id, sequence, content });
};

describe('names of versions', () => {
  test('are kept with who gave them; a later one takes the place of an earlier one', async () => {
    await desk.versions.nameRevision(revisionId, '给领导看的');
    desk.sit(firstReviewer);
    const names = await desk.versions.nameRevision(revisionId, '定稿');
    expect(names).toMatchObject([{ revisionId, draftId, name: '定稿', by: firstReviewer }]);
    expect(await desk.versions.listNames(draftId)).toEqual(names);
  });

  test('go with an empty one', async () => {
    desk.sit(writer);
    await desk.versions.nameRevision(revisionId, '定稿');
    expect(await desk.versions.nameRevision(revisionId, '')).toEqual([]);
  });

  test('are refused for a version that is not there', async () => {
    await expect(desk.versions.nameRevision(draftId, '定稿')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('where a sentence comes from', () => {
  const words = '昨日召开专题会议。局长讲话。';

  test('is told with the version and the person of each change, down to words that no version holds yet', async () => {
    await write('昨日召开会议。局长讲话。', 1);
    const written = await desk.drafts.saveRevision(draftId, 'manual');
    desk.sit(firstReviewer);
    await write('昨日召开会议。局长作了讲话。', 2);
    await desk.drafts.saveRevision(draftId, 'manual');
    await write(words, 3);
    const { sentence, changes } = await desk.versions.trace({ draftId, block: 1, start: 3, end: 5 });
    expect(sentence).toBe('昨日召开专题会议。');
    expect(changes).toMatchObject([
      { revision: null, by: firstReviewer, before: '昨日召开会议。', after: '昨日召开专题会议。' },
      { revision: { id: written.id }, by: writer, before: '', after: '昨日召开会议。' },
    ]);
  });

  test('is nothing for a place that is not there, and refused for a draft that is not', async () => {
    const nowhere = { draftId, block: 99, start: 0, end: 0 };
    expect(await desk.versions.trace(nowhere)).toEqual({ sentence: '', changes: [] });
    await expect(desk.versions.trace({ ...nowhere, draftId: revisionId })).rejects.toMatchObject({
      code: 'draft-not-found',
    });
  });
});
