import { beforeEach, describe, expect, test } from 'vitest';
import { HistorySaver } from '#renderer/features/drafts/history-saver.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { emptyHistory, type EditHistory, type EditStep } from '#shared/model/edit-history.ts';
import { stepBetween } from '#shared/model/edit-steps.ts';
import { contentOf } from '#tests/builders/content.ts';

let words: DraftContent;
let isSaved: boolean;
let timers: (() => void)[];
let saves: { hash: string; history: EditHistory }[];
let answers: (boolean | Error)[];
let saver: HistorySaver;

beforeEach(() => {
  words = contentOf('题', ['一']);
  isSaved = true;
  timers = [];
  saves = [];
  answers = [];
  saver = new HistorySaver({
    read: () => ({ ...emptyHistory, undo: [stepTo(words)] }),
    isSaved: () => isSaved,
    async save(hash, history) {
      saves.push({ hash, history });
      const answer = answers.shift() ?? true;
      if (answer instanceof Error) throw answer;
      return Promise.resolve(answer);
    },
    after(_milliseconds, run) {
      timers.push(run);
      return () => {
        timers = timers.filter((one) => one !== run);
      };
    },
  });
});

function stepTo(content: DraftContent): EditStep {
  const step = stepBetween(contentOf('题', ['']), content);
  if (!step) throw new Error('no difference');
  return step;
}

describe('the steps', () => {
  test('are saved at rest, once, with the hash of the words that they lead to', async () => {
    saver.changed();
    saver.settle('hash of an earlier save');
    saver.settle('hash');
    expect(timers).toHaveLength(1);
    await saver.flush();
    await saver.flush();
    expect(timers).toHaveLength(0);
    expect(saves).toEqual([{ hash: 'hash', history: { undo: [stepTo(words)], redo: [] } }]);
  });

  test('wait as long as there are words that are not durable', async () => {
    isSaved = false;
    saver.changed();
    await saver.flush();
    expect(saves).toEqual([]);
    isSaved = true;
    saver.settle('hash');
    await saver.flush();
    expect(saves).toHaveLength(1);
  });

  test('are saved again when the store had other words by then, or refused', async () => {
    answers = [false, new Error('disk full')];
    saver.changed();
    saver.settle('hash');
    await saver.flush();
    await saver.flush();
    await saver.flush();
    await saver.flush();
    expect(saves).toHaveLength(3);
  });

  test('of a sheet that was left are those from before it was left', async () => {
    const last = stepTo(words);
    saver.changed();
    saver.close();
    words = contentOf('题', ['别的稿件']);
    saver.settle('hash');
    await saver.flush();
    expect(saves[0]?.history.undo).toEqual([last]);
    expect(saver.lastSteps?.undo).toEqual([last]);
  });

  test('that nobody changed are neither read nor saved', async () => {
    saver.close();
    await saver.flush();
    expect(saver.lastSteps).toBeNull();
    expect(saves).toEqual([]);
  });

  test('that take too much lose the oldest', async () => {
    words = contentOf('题', ['长'.repeat(600_000)]);
    saver.changed();
    saver.settle('hash');
    await saver.flush();
    expect(saves[0]?.history).toEqual(emptyHistory);
  });
});
