import type { BlockNode } from '#shared/document/schema.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { PeerBlock } from './peers/peer-block.ts';

const sentences = [
  '市住房和城乡建设局组织召开全市房屋建筑和市政工程质量安全工作会议，通报前三季度监督检查情况。',
  '会议要求，各镇（街道）要压实属地责任，对在建工地的深基坑、起重机械、高支模等危险性较大的分部分项工程逐项排查。',
  '据介绍，今年以来全市新开工保障性租赁住房1200套，老旧小区改造惠及居民3600户，完成投资2.4亿元。',
  '下一步，该局将持续优化营商环境，推进施工许可“一网通办”，确保各项惠企政策落到实处。',
];

/** A release of so many paragraphs with ten figures among them, each paragraph beginning with 第 and its number. */
export function benchContent(
  paragraphs: number,
  base: DraftContent,
  assets: readonly string[],
  figures = 10,
): DraftContent {
  const children: BlockNode[] = [];
  const every = Math.max(1, Math.floor(paragraphs / figures));
  for (let index = 0; index < paragraphs; index += 1) {
    children.push({ type: 'paragraph', children: [{ type: 'text', text: words(index) }] });
    const figure = (index + 1) / every;
    if (!Number.isInteger(figure) || figure > figures) continue;
    const asset = assets[figure % assets.length] ?? null;
    children.push({
      type: 'figure',
      asset,
      alt: `会议现场之${figure}`,
      credit: '张三',
      children: [{ type: 'text', text: `会议现场，图为第${figure}个议程` }],
    });
  }
  return {
    metadata: { ...base.metadata, headline: benchHeadline(paragraphs, figures) },
    document: { ...base.document, children },
  };
}

/** No headline stands in another one: lines of the list are found by it. */
export function benchHeadline(paragraphs: number, figures = 10): string {
  return figures === 10 ? `基准稿${paragraphs}段` : `${figures}图的基准稿，${paragraphs}段`;
}

/** The same words and pictures for pages that know no captions: those stand as paragraphs. */
export function peerBlocks(content: DraftContent, assets: readonly string[]): readonly PeerBlock[] {
  return content.document.children.flatMap((block): PeerBlock[] => {
    if (block.type !== 'figure' && block.type !== 'paragraph') return [];
    const text = block.children.map((child) => (child.type === 'text' ? child.text : '')).join('');
    if (block.type === 'paragraph') return [{ text }];
    return [{ picture: `/picture/${assets.indexOf(block.asset ?? '')}` }, { text }];
  });
}

function words(index: number): string {
  const from = index % sentences.length;
  return `第${index + 1}段，${sentences[from] ?? ''}${sentences[(from + 1) % sentences.length] ?? ''}`;
}
