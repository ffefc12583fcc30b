import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channels, channelTexts } from '#shared/document/channels/channel-texts.ts';
import { differenceTo } from '#shared/document/channels/says-the-same.ts';
import { makePageMeta } from '#shared/document/render/page-meta.ts';
import { renderContext } from '#shared/document/render/render-context.ts';
import type { Document } from '#shared/document/schema.ts';
import { arbitraryDocument } from '#tests/builders/arbitrary-document.ts';
import { everyNode } from '#tests/builders/every-node.ts';
import { releaseWith, testDraftId } from '#tests/builders/package-inputs.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

const meta = makePageMeta(testDraftId, releaseWith([]), sampleProfile, '2026-11-23T06:03:22.000Z', '');
const context = renderContext(meta, () => ({ src: 'images/01.jpg', width: 1600, height: 1200 }));

const differences = (document: Document) =>
  channels.map((channel) => differenceTo(document, channel, channelTexts(document, context)[channel], context));

describe('every channel', () => {
  test('says what the document says, for a document of every node', () => {
    expect(differences(everyNode)).toEqual([undefined, undefined, undefined]);
  });

  test('says nothing of a link without words, and shows the alt text where a caption has no other', () => {
    const link = { type: 'link' as const, url: 'https://www.gov.cn/', children: [] };
    const document: Document = {
      format: 'gaoqian-document',
      version: 1,
      children: [
        { type: 'figure', asset: null, alt: '会场', credit: '', children: [link] },
        { type: 'paragraph', children: [link] },
      ],
    };
    expect(differences(document)).toEqual([undefined, undefined, undefined]);
    expect(channelTexts(document, context).text).not.toContain('gov.cn');
  });

  test('says what the document says, for any document', () => {
    assert(
      property(arbitraryDocument, (document) => {
        expect(differences(document)).toEqual([undefined, undefined, undefined]);
      }),
      { numRuns: 300, seed: 20261128 },
    );
  });
});

describe('a text that', () => {
  const text = channelTexts(everyNode, context).wechat;
  const told = (changed: string) => differenceTo(everyNode, 'wechat', changed, context);

  test('lost a word is told by what should stand there', () => {
    expect(told(text.replace('部署', ''))?.expected).toContain('一、部署');
  });

  test('has its paragraphs in another order is told by the one that came too early', () => {
    expect(told(text.replace('引语', '').replace('落款', '引语落款'))?.found).toContain('引语落款');
  });

  test('says more is told by what it says', () => {
    expect(told(text.replace('引语', '引语（内部）'))?.found).toContain('引语（内部）');
  });

  test('numbers its lists otherwise says the same', () => {
    expect(
      differenceTo(everyNode, 'text', channelTexts(everyNode, context).text.replace('3. 甲', '1. 甲'), context),
    ).toBe(undefined);
  });
});
