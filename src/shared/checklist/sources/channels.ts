import { channels as channelNames, channelTexts } from '../../document/channels/channel-texts.ts';
import { differenceTo } from '../../document/channels/says-the-same.ts';
import { makePageMeta } from '../../document/render/page-meta.ts';
import { renderContext } from '../../document/render/render-context.ts';
import { documentStatistics } from '../../document/statistics.ts';
import type { DraftContent } from '../../model/draft.ts';
import type { Finding, FindingPlace, Severity } from '../../model/finding.ts';
import {
  checklistFinding,
  type ChecklistFacts,
  type ChecklistRule,
  type ChecklistSource,
} from '../checklist-source.ts';

interface Limit {
  readonly rule: ChecklistRule;
  readonly severity: Severity;
  readonly place: FindingPlace;
  /** In characters. */
  readonly limit: number;
  readonly count: (content: DraftContent) => number;
}

/** What WeChat's editor takes; a longer digest is only cut off in lists. */
const wechatLimits: readonly Limit[] = [
  {
    rule: 'wechat-title',
    severity: 'warning',
    place: { kind: 'metadata', field: 'headline' },
    limit: 64,
    count: ({ metadata }) => Array.from(metadata.headline).length,
  },
  {
    rule: 'wechat-digest',
    severity: 'hint',
    place: { kind: 'metadata', field: 'abstract' },
    limit: 120,
    count: ({ metadata }) => Array.from(metadata.abstract).length,
  },
  {
    rule: 'wechat-length',
    severity: 'warning',
    place: { kind: 'block', block: 0 },
    limit: 20_000,
    count: ({ document }) => documentStatistics(document).characters,
  },
];

/** Every channel says the same, and each takes what it is given. */
export const channels: ChecklistSource = (facts) => [
  ...differing(facts),
  ...wechatLimits.flatMap(({ rule, severity, place, limit, count }) => {
    const counted = count(facts.content);
    return counted > limit ? [checklistFinding(rule, severity, place, { count: counted, limit })] : [];
  }),
];

function differing({ content, context, now }: ChecklistFacts): readonly Finding[] {
  const render = renderContext(makePageMeta('', content, context.profile, now, ''), () => undefined);
  const texts = channelTexts(content.document, render);
  return channelNames.flatMap((channel) => {
    const difference = differenceTo(content.document, channel, texts[channel], render);
    const place = { kind: 'block', block: 0 } as const;
    return difference
      ? [
          checklistFinding('channel-differs', 'error', place, {
            channel,
            text: difference.found || difference.expected,
          }),
        ]
      : [];
  });
}
