import { BroadcastChannel } from 'node:worker_threads';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The channel by which the bench asks a thread of the program to collect its garbage. */
const channelName = 'gaoqian-bench-collect';

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Collects as V8 does by itself after seconds of rest, of which hours in minutes leave none: that also gives back the room for
 * what is just made, which work without a rest lets grow to a hundred megabytes in each thread.
 */
function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as Collect)({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** Collects in this thread whenever it is asked, without keeping the thread alive. */
export function collectWhenAsked(): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', () => {
    collect();
    channel.postMessage('collected');
  });
  channel.unref();
}

/** What the process holds once this thread and the one that listens have collected: a heap that waits for it says nothing. */
export async function residentBytes(): Promise<number> {
  const channel = new BroadcastChannel(channelName);
  try {
    await new Promise((resolve) => {
      channel.addEventListener('message', resolve);
      channel.postMessage('collect');
    });
  } finally {
    channel.close();
  }
  collect();
  return process.memoryUsage.rss();
}
