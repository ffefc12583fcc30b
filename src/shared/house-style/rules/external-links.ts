import { hostOf, isAllowedHost, sanitizeUrl } from '../../document/url.ts';
import { inlineText } from '../../document/walk.ts';
import { placedNodes } from '../placed-nodes.ts';
import type { BlockRemark, BlockRule } from '../rule.ts';

const shown = 20;

/**
 * Links that leave the bureau's allow list get the leave-site prompt; the writer should know. Addresses that no page
 * may carry (`file:` from pasted text above all) block the package.
 */
export const externalLinks: BlockRule = (block, { profile }) =>
  placedNodes(block).flatMap(({ node, start, end }): readonly BlockRemark[] => {
    if (node.type !== 'link') return [];
    const text = inlineText(node.children).slice(0, shown);
    const span = { start, end };
    if (sanitizeUrl(node.url) === undefined)
      return [{ rule: 'link-refused', severity: 'error', params: { text }, span }];
    const host = hostOf(node.url);
    if (host === '' || isAllowedHost(host, profile.linkAllowList)) return [];
    return [{ rule: 'external-link', severity: 'warning', params: { host, text }, span }];
  });
