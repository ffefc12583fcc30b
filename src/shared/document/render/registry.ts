import { htmlNodes } from './html.ts';
import type { NodeType } from './node-renderers.ts';
import { plainTextNodes } from './plain-text.ts';
import { wechatNodes } from './wechat-html.ts';

/**
 * Every target with the node types that it renders. `page.ts` stands on `html`, `ninjs.ts` on both: they hold no
 * renderer of their own.
 */
export const renderTargets: Readonly<Record<string, readonly NodeType[]>> = {
  html: Object.keys(htmlNodes) as NodeType[],
  'wechat-html': Object.keys(wechatNodes) as NodeType[],
  'plain-text': Object.keys(plainTextNodes) as NodeType[],
};
