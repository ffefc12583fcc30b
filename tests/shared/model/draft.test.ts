import { expect, test } from 'vitest';
import { makePageMeta } from '#shared/document/render/page-meta.ts';
import { draftMetadataSchema, fillMetadata, hashableContent } from '#shared/model/draft.ts';
import { pageMetaSchema } from '#shared/model/package.ts';
import { contentOf } from '#tests/builders/content.ts';
import { releaseWith, testDraftId } from '#tests/builders/package-inputs.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

test('a list title that was written and cleared again leaves no trace: what was signed stays signed', () => {
  const signed = contentOf('题');
  const written = fillMetadata(signed.metadata, { listTitle: '短题' });
  expect(written.listTitle).toBe('短题');
  const cleared = fillMetadata(written, { listTitle: '' });
  expect(hashableContent({ ...signed, metadata: cleared })).toBe(hashableContent(signed));
  expect(draftMetadataSchema.parse(cleared)).toEqual(signed.metadata);
  expect(hashableContent({ ...signed, metadata: written })).not.toBe(hashableContent(signed));
});

test('other fields can be filled in without touching the list title', () => {
  const { metadata } = contentOf('题', [], { listTitle: '短题' });
  expect(fillMetadata(metadata, { headline: '新题' })).toEqual({ ...metadata, headline: '新题' });
  expect(fillMetadata(contentOf('题').metadata, {})).toEqual(contentOf('题').metadata);
});

test('the list title goes with the page where there is one', () => {
  const content = releaseWith([]);
  const metaOf = (listTitle: string) =>
    makePageMeta(
      testDraftId,
      { ...content, metadata: fillMetadata(content.metadata, { listTitle }) },
      sampleProfile,
      '2026-11-23T06:03:22.000Z',
      'TSZJ-20261123-0001-r1',
    );
  expect(pageMetaSchema.shape.article.parse(metaOf('短题').article)).toMatchObject({ listTitle: '短题' });
  expect(metaOf('').article).not.toHaveProperty('listTitle');
});
