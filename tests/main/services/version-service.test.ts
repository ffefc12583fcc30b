import { beforeEach, describe, expect, test } from 'vitest';
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
