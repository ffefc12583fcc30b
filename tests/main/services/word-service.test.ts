import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf } from '#tests/builders/content.ts';
import { figureOf, storedPicture } from '#tests/builders/package-inputs.ts';
import { readDocxWords } from '#tests/helpers/docx-words.ts';
import { openTestDesk } from '#tests/helpers/open-test-desk.ts';

async function deskWithDraft(headline: string) {
  const desk = await openTestDesk();
  const asset = await storedPicture(desk.media, '#803020');
  await desk.store.saveAsset({ asset });
  const { summary } = await desk.drafts.createFrom(contentOf(headline, ['一段', figureOf(asset, '现场')]), 'created');
  return { ...desk, asset, draftId: summary.id };
}

const kinds = async (path: string) => (await readDocxWords(await readFile(path))).blocks.map(({ kind }) => kind);

test('writes the newest words with their pictures, what no revision holds yet included', async () => {
  const desk = await deskWithDraft('房屋安全“回头看”：A/B');
  const { revision, journalSequence, content } = await desk.drafts.open(desk.draftId);
  await desk.drafts.saveJournal({
    draftId: desk.draftId,
    baseRevisionId: revision.id,
    sequence: journalSequence + 1,
    content: { ...content, document: { ...content.document, children: content.document.children.slice(1) } },
  });
  const file = await desk.word.write(desk.draftId);
  expect(file.name).toBe('房屋安全“回头看”：A_B.docx');
  expect(file.path).toBe(join(desk.folder, 'documents', file.name));
  expect(await kinds(file.path)).toEqual(['h1', 'pictures', 'caption']);
});

test('a document that is there already stays as it is', async () => {
  const desk = await deskWithDraft('通报');
  const first = await desk.word.write(desk.draftId);
  await writeFile(first.path, 'worked on');
  const second = await desk.word.write(desk.draftId);
  expect([first.name, second.name]).toEqual(['通报.docx', '通报（2）.docx']);
  expect(await readFile(first.path, 'utf8')).toBe('worked on');
});

test('a draft in any state can be written, one that does not exist is refused', async () => {
  const desk = await deskWithDraft('');
  await desk.trash.trash(desk.draftId);
  const { path } = await desk.word.write(desk.draftId);
  expect(basename(path)).toBe('稿件.docx');
  const missing = desk.word.write('018f0000-0000-7000-8000-000000000000');
  await expect(missing).rejects.toMatchObject({ code: 'draft-not-found' });
});

test('to a path of one’s own, but never over a file', async () => {
  const desk = await deskWithDraft('通报');
  const path = join(desk.folder, 'mine.docx');
  await desk.word.writeTo(desk.draftId, path);
  expect(await kinds(path)).toEqual(['h1', 'p', 'pictures', 'caption']);
  await expect(desk.word.writeTo(desk.draftId, path)).rejects.toMatchObject({ code: 'not-allowed' });
});
