import { describe, expect, test } from 'vitest';
import { eventLikeness, likelyOneEvent } from '#shared/search/event-likeness.ts';
import { eventMarks, toldApart } from '#shared/search/event-marks.ts';
import { eventPrint, type EventPrint } from '#shared/search/event-print.ts';
import { contentOf } from '#tests/builders/content.ts';
import { ofOneMould, toldEveryYear, toldTwice, type Release } from '#tests/builders/press-events.ts';

function printOf({ headline, lead }: Release): EventPrint {
  const print = eventPrint(contentOf(headline, [lead]));
  if (!print) throw new Error(`too little to tell by: ${headline}`);
  return print;
}

/** All releases of the made set with the event that each tells of, as a store would hold them. */
const releases = [
  ...toldTwice.flatMap((pair, event) => pair.map((release) => ({ release, event: `twice ${event}` }))),
  ...toldEveryYear.flat().map((release, event) => ({ release, event: `yearly ${event}` })),
  ...ofOneMould.map((release, event) => ({ release, event: `mould ${event}` })),
].map((entry) => ({ ...entry, print: printOf(entry.release) }));

const seen = new Map<number, number>();
for (const { print } of releases) for (const shingle of print.shingles) seen.set(shingle, (seen.get(shingle) ?? 0) + 1);
const fullStore = { releases: releases.length, seenIn: (shingle: number) => seen.get(shingle) ?? 0 };
const emptyStore = { releases: 1, seenIn: () => 1 };

describe.each([
  ['among many others', fullStore],
  ['in a store that holds nothing else', emptyStore],
])('releases %s', (_name, store) => {
  test('are told to be of one event when they are, and hardly ever when they are not', () => {
    const judged = releases.flatMap((one, index) =>
      releases.slice(index + 1).map((other) => ({
        isOne: one.event === other.event,
        isTold: eventLikeness(one.print, other.print, store) >= likelyOneEvent,
        pair: `${one.release.headline} | ${other.release.headline}`,
      })),
    );
    const right = judged.filter(({ isOne, isTold }) => isOne && isTold).length;
    const recall = right / toldTwice.length;
    const precision = right / judged.filter(({ isTold }) => isTold).length;
    // Measured: 17 of 17 found, none told of 1,580 other pairs.
    expect({ recall, missed: judged.filter(({ isOne, isTold }) => isOne && !isTold) }).toMatchObject({ recall: 1 });
    expect(precision).toBeGreaterThanOrEqual(0.94);
  });

  test('are the same from either side', () => {
    const [[one, other] = []] = toldTwice;
    const [a, b] = [one, other].flatMap((release) => (release ? [printOf(release)] : []));
    if (!a || !b) throw new Error('a pair');
    expect(eventLikeness(a, b, store)).toBeCloseTo(eventLikeness(b, a, store), 10);
    expect(eventLikeness(a, a, store)).toBe(1);
  });
});

test.each(toldEveryYear)('what comes every year is another event: %o', (before, now) => {
  expect(eventLikeness(printOf(before), printOf(now), fullStore)).toBe(0);
});

describe('the print of an event', () => {
  test('is there once there are a headline and a lead; headings, pictures and empty lines are no lead', () => {
    const lead = '11月23日上午，市住房和城乡建设局召开推进会。';
    expect(eventPrint(contentOf('', [lead]))).toBeNull();
    expect(eventPrint(contentOf('改造工作推进会', ['', '推进会']))).toBeNull();
    const heading = { type: 'heading', level: 2, children: [{ type: 'text', text: lead }] } as const;
    expect(eventPrint(contentOf('改造工作推进会', [{ ...heading, children: [...heading.children] }]))).toBeNull();
    expect(eventPrint(contentOf('改造工作推进会', ['', lead]))?.marks).toEqual(['day:11-23']);
  });

  test('does not change with the script, the width or what stands further down', () => {
    const simplified = eventPrint(
      contentOf('台山市2026年老旧小区改造', ['市住建局召开推进会，部署下一步工作。', '其他。']),
    );
    const traditional = eventPrint(contentOf('台山市２０２６年老舊小區改造', ['市住建局召開推進會，部署下一步工作。']));
    expect(traditional).toEqual(simplified);
    expect([...(simplified?.shingles ?? [])]).toEqual([...(simplified?.shingles ?? [])].sort((a, b) => a - b));
  });
});

describe('what tells events apart', () => {
  test('are years, batches, quarters and days, in digits or in words', () => {
    expect(eventMarks('2026年第三批、第12届、第二季度，11月3日')).toEqual([
      'day:11-3',
      'year:2026',
      '季度:2',
      '届:12',
      '批:3',
    ]);
    expect(eventMarks('第十批')).toEqual(['批:10']);
    expect(eventMarks('第二十三期')).toEqual(['期:23']);
    expect(eventMarks('共2026户')).toEqual([]);
  });

  test.each([
    [['year:2025'], ['year:2026'], 'always'],
    [['year:2025'], ['year:2025', 'year:2026'], 'never'],
    [['year:2025'], ['批:3'], 'never'],
    [['day:1-2'], ['day:1-3'], 'perhaps'],
    [['day:1-2', '批:3'], ['day:1-3', '批:4'], 'always'],
  ] as const)('%o and %o: %s', (a, b, answer) => {
    expect(toldApart(a, b)).toBe(answer);
    expect(toldApart(b, a)).toBe(answer);
  });
});
