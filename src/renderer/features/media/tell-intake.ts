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
  if (round.size === 0) return;
  // Those of earlier rounds still stand there too.
  const refused = standing.filter(([, { kind }]) => kind === 'failed').map(([pending]) => pending);
  const isAllRefused = [...round].every((pending) => refused.includes(pending));
  dismissTopic(topic);
  if (refused.length > 0) tellRefused(refused.length, isAllRefused, drop);
  tellFirstFrames([...round].flatMap((pending) => pictures.get(pending) ?? []));
  round = new Set();
  told = '';
}

function tellCount(done: number, drop: Drop): void {
  const title = translate('media.importing', { done, total: round.size });
  if (title === told) return;
  told = title;
  notify({ intent: 'info', title, act: { label: translate('media.cancelAll'), run: () => drop(isOnItsWay) }, topic });
}

function tellRefused(count: number, isAll: boolean, drop: Drop): void {
  const title = translate(isAll ? 'media.refusedAll' : 'media.refusedTitle', { count });
  const run = (): void => drop(({ kind }) => kind === 'failed');
  notify({ intent: 'warning', title, act: { label: translate('media.leaveOutAll'), run }, topic });
}

/** A page shows one still picture: of an animation or the pages of a scan it is the first. */
function tellFirstFrames(taken: readonly Incoming[]): void {
  const names = taken.filter(({ frames }) => frames > 1).map(({ name }) => name);
  if (names.length === 0) return;
  const title = translate('media.firstFrames', { count: names.length });
  notify({ intent: 'info', title, lines: [names.join('、')], topic: 'first-frames' });
}
