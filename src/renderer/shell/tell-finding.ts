import { problemWords } from '#renderer/features/health/problem-words.ts';
import { translate } from '#renderer/i18n/text.ts';
import { dismissTopic, notify } from '#renderer/session/notices.ts';
import type { AppState } from '#shared/ipc/channels/app.ts';
import { changeShell } from './shell-state.ts';

const topic = 'finding';
let toldAt = '';

/** Says once for each check what it found wrong, and takes it back when a later check finds all well. */
export function tellFinding(finding: AppState['finding']): void {
  if (!finding) {
    dismissTopic(topic);
    return;
  }
  if (toldAt === finding.at) return;
  toldAt = finding.at;
  notify({
    intent: 'warning',
    title: translate('health.findingTitle', { problems: problemWords(translate, finding.problems) }),
    lines: [translate('health.findingAdvice')],
    topic,
    act: { label: translate('health.findingOpen'), run: () => changeShell({ dialog: 'health' }) },
  });
}
