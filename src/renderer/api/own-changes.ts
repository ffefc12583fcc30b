import type { Channel } from '#shared/ipc/contract.ts';

/** Calls that change what all windows show. Each tells every window so once, this one too: before its answer comes. */
const telling: ReadonlySet<Channel> = new Set<Channel>([
  'app:complete-first-start',
  'app:update-settings',
  'app:add-person',
  'app:switch-person',
  'app:use-profile',
  'list:keep-view',
]);

let underWay = 0;
/** Since the first of those that are under way began: what was heard, and what this window itself had told. */
let heard = 0;
let told = 0;
let readAnew: () => void = () => undefined;

/** Notes that this window makes such a change; the answer is to be called at its end, with whether it was made. */
export function beginOwnChange(channel: Channel): (isDone: boolean) => void {
  if (!telling.has(channel)) return () => undefined;
  underWay += 1;
  return (isDone) => {
    underWay -= 1;
    told += isDone ? 1 : 0;
    if (underWay > 0) return;
    const others = heard > told;
    heard = 0;
    told = 0;
    if (others) readAnew();
  };
}

/**
 * Something that all windows show was changed. The answer to a change of this window's own says that better, and what was read
 * meanwhile would undo on the screen what a person does; so only when another window changed something is it read anew: at
 * once, or when this window's own changes have ended.
 */
export function hearChange(read: () => void): void {
  readAnew = read;
  if (underWay > 0) heard += 1;
  else read();
}
