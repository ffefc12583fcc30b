import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { letWarningsStand } from '#cli/commands/let-warnings-stand.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import type { AppError } from '#shared/errors.ts';
import { attachmentTypeNames, type Attachment, type AttachmentType } from '#shared/model/attachment.ts';
import { fillMetadata } from '#shared/model/draft.ts';
import { attachmentBytes, fileOf, macroDocument } from '#tests/builders/attachments.ts';
import { releaseWith } from '#tests/builders/package-inputs.ts';
import { exporter, writer } from '#tests/builders/signatory.ts';
import { openTestDesk, type TestDesk } from '#tests/helpers/open-test-desk.ts';
import { passReviews } from '#tests/helpers/pass-reviews.ts';

const take = async (desk: TestDesk, name: string, bytes: Uint8Array) =>
  desk.attachments.addFile(await fileOf(desk.folder, name, bytes));
const refusalOf = async (desk: TestDesk, name: string, bytes: Uint8Array) =>
  take(desk, name, bytes).then(
    () => 'taken',
    (thrown: AppError) => thrown.code,
  );

/** A release with two attachments, as the writer leaves it. */
async function draftWith(desk: TestDesk, attachments: readonly Attachment[]): Promise<string> {
  desk.sit(writer);
  const { metadata, document } = releaseWith([]);
  const content = { metadata: fillMetadata(metadata, { attachments: [...attachments] }), document };
  return (await desk.drafts.createFrom(content, 'created')).summary.id;
}

const attachmentsIn = async (desk: TestDesk, draftId: string) =>
  (await desk.drafts.open(draftId)).content.metadata.attachments;

describe('taking a file in', () => {
  test('keeps what each type honestly is, under its hash and the name that it came with', async () => {
    const desk = await openTestDesk();
    for (const type of attachmentTypeNames) {
      const bytes = attachmentBytes[type];
      const taken = await take(desk, `附件1：申请表.${type.toUpperCase()}`, bytes);
      expect(taken).toMatchObject({ title: '附件1：申请表', type, bytes: bytes.byteLength });
      expect(await desk.media.read(taken.sha256)).toEqual(bytes);
    }
  });

  const renamed: readonly (readonly [string, string, Uint8Array])[] = [
    ['a program', '申请表.pdf', Buffer.from('MZ\u0090\0\u0003\0\0\0')],
    ['a page', '申请表.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a page that is called a text', '说明.txt', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a plain zip', '申请表.docx', attachmentBytes.zip],
    ['a table', '申请表.docx', attachmentBytes.xlsx],
    ['an old document', '申请表.docx', attachmentBytes.doc],
    ['a new document', '申请表.doc', attachmentBytes.docx],
    ['a document with macros', '申请表.docx', macroDocument],
    ['bytes that are no text', '名单.csv', Buffer.from([1, 2, 3, 0, 5])],
    ['a zip that is cut off', '资料.zip', attachmentBytes.zip.subarray(0, 40)],
  ];
  test.each(renamed)('refuses %s that is called %s', async (_what, name, bytes) => {
    expect(await refusalOf(await openTestDesk(), name, bytes)).toBe('attachment-type-differs');
  });

  test('refuses what is on no list, what is empty and what is too large', async () => {
    const desk = await openTestDesk();
    for (const name of ['安装.exe', '页面.html', '图.svg', '宏.docm', '没有扩展名']) {
      expect(await refusalOf(desk, name, attachmentBytes.pdf)).toBe('attachment-type-refused');
    }
    expect(await refusalOf(desk, '空.pdf', new Uint8Array())).toBe('file-empty');
    const large = { ...(await fileOf(desk.folder, '大.pdf', attachmentBytes.pdf)), bytes: 51 * 1024 * 1024 };
    await expect(desk.attachments.addFile(large)).rejects.toMatchObject({
      code: 'attachment-too-large',
      params: { name: '大.pdf', limitMegabytes: 50 },
    });
  });

  test('writes a copy to look at under the name that readers will see, and tells when it is gone', async () => {
    const desk = await openTestDesk();
    const taken = await take(desk, '须知.pdf', attachmentBytes.pdf);
    const copy = await desk.attachments.write({ ...taken, title: '房屋安全须知' });
    expect(copy.name).toBe('房屋安全须知.pdf');
    expect(await readFile(copy.path)).toEqual(attachmentBytes.pdf);
    const unknown = { ...taken, sha256: 'f'.repeat(64) };
    await expect(desk.attachments.write(unknown)).rejects.toMatchObject({ code: 'attachment-missing' });
  });
});

describe('a draft with attachments', () => {
  test('goes into its package byte for byte, under names of ours', async () => {
    const desk = await openTestDesk();
    const types = ['pdf', 'ofd', 'xls', 'zip'] as const satisfies readonly AttachmentType[];
    const attachments = await Promise.all(
      types.map(async (type) => take(desk, `关于“../排查”的${type}.${type}`, attachmentBytes[type])),
    );
    const draftId = await draftWith(desk, attachments);
    await letWarningsStand(desk, draftId, '来稿如此');
    await passReviews(desk, draftId);
    desk.sit(exporter);
    await desk.jobs.settled((await desk.packages.build(draftId)).id);
    const [record] = await desk.packages.list(draftId);
    const key = await desk.keys.signingKey('package');
    const read = await packageReader.readPackage(record?.path ?? '', { keyRing: keyRingOf([key.publicKey]) });
    expect(read.pageMeta.attachments?.map(({ file, name }) => [file, name])).toEqual(
      types.map((type, index) => [`data/attachments/0${index + 1}.${type}`, `关于“.._排查”的${type}.${type}`]),
    );
    for (const { file } of read.pageMeta.attachments ?? []) {
      const type = types.find((one) => file.endsWith(one)) ?? 'pdf';
      expect(await readFile(join(read.folder, file))).toEqual(attachmentBytes[type]);
    }
    await read.dispose();
    expect((await desk.packages.verifyFile(record?.path ?? '')).about?.attachments).toBe(4);
  });

  test('is held up while one of them is not there, too large or of a type that may not go out', async () => {
    const desk = await openTestDesk();
    const taken = await take(desk, '须知.pdf', attachmentBytes.pdf);
    const large = { ...taken, title: '大', bytes: 60 * 1024 * 1024 };
    const draftId = await draftWith(desk, [taken, { ...taken, sha256: 'f'.repeat(64) }, large]);
    const { items } = await desk.checklists.read(draftId);
    const said = items.flatMap(({ source, finding }) => (source === 'attachments' ? [finding.rule] : []));
    expect(said).toEqual(['attachment-missing', 'attachment-twice', 'attachment-large']);
  });

  test('warns of a number in a name that belongs to a person', async () => {
    const desk = await openTestDesk();
    const taken = await take(desk, '李某13800138000的申请.pdf', attachmentBytes.pdf);
    const { items } = await desk.checklists.read(await draftWith(desk, [taken]));
    const place = { kind: 'metadata', field: 'attachments' };
    expect(items.map(({ finding }) => finding)).toContainEqual(
      expect.objectContaining({ rule: 'mobile-number', place }),
    );
  });

  test('travels with them in a review file and in an exchange file, also those of earlier versions', async () => {
    const here = await openTestDesk();
    const [first, second] = [
      await take(here, '须知.pdf', attachmentBytes.pdf),
      await take(here, '名单.csv', attachmentBytes.csv),
    ];
    const draftId = await draftWith(here, [first]);
    const opened = await here.drafts.open(draftId);
    await here.drafts.saveJournal({
      draftId,
      baseRevisionId: opened.revision.id,
      sequence: opened.journalSequence + 1,
      content: { ...opened.content, metadata: fillMetadata(opened.content.metadata, { attachments: [second] }) },
    });
    await here.reviews.submit(draftId, '请审');
    const { fingerprint } = await here.keys.signingKey('review');

    const reviewer = await openTestDesk();
    const sheet = join(reviewer.folder, 'in.zip');
    await copyFile((await here.reviewFiles.write(draftId)).path, sheet);
    await reviewer.reviewFiles.readFile(sheet, fingerprint);
    expect(await attachmentsIn(reviewer, draftId)).toEqual([second]);
    expect(await reviewer.media.read(second.sha256)).toEqual(attachmentBytes.csv);
    expect(await reviewer.media.path(first.sha256)).toBeNull();

    const colleague = await openTestDesk();
    const handle = { signal: new AbortController().signal, step: () => undefined };
    const drafts = join(colleague.folder, 'in.zip');
    await copyFile((await here.exchange.write([draftId], handle)).file.path, drafts);
    await colleague.exchange.readFile(drafts, { trustFingerprint: fingerprint, trashed: 'leave' }, handle);
    expect(await attachmentsIn(colleague, draftId)).toEqual([second]);
    expect(await colleague.media.read(first.sha256)).toEqual(attachmentBytes.pdf);
  });
});
