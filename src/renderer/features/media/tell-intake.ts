import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { isOnItsWay, useIncoming, type Incoming } from '#renderer/session/incoming-pictures.ts';
import { dismissTopic, notify } from '#renderer/session/notices.ts';

const topic = 'pictures';

/** Takes those pictures off the sheet. */
type Drop = (isMeant: (picture: Incoming) => boolean) => void;

/** The names of this round: from the first picture that came while nothing was on its way, to the last. */
let round: ReadonlySet<string> = new Set();
let told = '';

/** Says how far several pictures are, and at the end how many were refused. The figures themselves say why. */
export function tellProgress(drop: Drop): void {
  const { pictures } = useIncoming.getState();
  if (pictures.size === 0) return;
  const held = draftActs().heldPictures();
  const standing = [...pictures].filter(([pending]) => held.has(pending));
  const onTheirWay = standing.filter(([, picture]) => isOnItsWay(picture));
  round = new Set([...round, ...onTheirWay.map(([pending]) => pending)]);
  if (onTheirWay.length > 0) {
    if (round.size > 1) tellCount(round.size - onTheirWay.length + 1, drop);
    return;
  }
  const refused = standing.filter(([pending, { kind }]) => round.has(pending) && kind === 'failed').length;
  if (round.size > 0) dismissTopic(topic);
  if (refused > 0) tellRefused(refused, drop);
  round = new Set();
  told = '';
}

function tellCount(done: number, drop: Drop): void {
  const title = translate('media.importing', { done, total: round.size });
  if (title === told) return;
  told = title;
  notify({ intent: 'info', title, act: { label: translate('media.cancelAll'), run: () => drop(isOnItsWay) }, topic });
}

function tellRefused(count: number, drop: Drop): void {
  const title = translate(count < round.size ? 'media.refusedTitle' : 'media.refusedAll', { count });
  const run = (): void => drop(({ kind }) => kind === 'failed');
  notify({ intent: 'warning', title, act: { label: translate('media.leaveOutAll'), run }, topic });
}
