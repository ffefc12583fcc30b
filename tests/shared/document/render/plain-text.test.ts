import { expect, test } from 'vitest';
import { makePageMeta } from '#shared/document/render/page-meta.ts';
import { renderPlainArticle, renderPlainText } from '#shared/document/render/plain-text.ts';
import { everyNode } from '#tests/builders/every-node.ts';
import { releaseWith, testDraftId } from '#tests/builders/package-inputs.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

test('every node as words, blocks apart by an empty line', () => {
  expect(renderPlainText(everyNode, { captionMark: '▲', creditMark: '摄影：' })).toBe(
    [
      '一、部署',
      '粗\n【待核】数字中国政府网（https://www.gov.cn/）',
      '落款',
      '引语',
      '3. 甲\n　　· 子\n4. 乙',
      '区\t套数\n120',
      '▲会议现场　摄影：张三',
      '改造前；改造后',
      '————————',
      '版权声明\n第二行',
    ]
      .map((block) => `${block}\n`)
      .join('\n'),
  );
});

test('the whole article begins with its headline and where it comes from', () => {
  const content = releaseWith([]);
  const pageMeta = makePageMeta(testDraftId, content, sampleProfile, '2026-11-23T06:03:22.000Z', '');
  expect(renderPlainArticle(pageMeta, content.document)).toMatch(
    /^市住建局开展房屋安全排查“回头看”\n\n2026-11-23 14:03　市住房和城乡建设局　拟稿员甲\n\n3月16日/,
  );
});
