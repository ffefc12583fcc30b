import { describe, expect, it } from 'vitest';
import { rowsOf, type Measured } from '#tools/bench/editing/editing-rows.ts';
import { ratioOf, verdictOf } from '#tools/bench/figure-row.ts';

function measured(milliseconds: number, more: Partial<Measured> = {}): Measured {
  const samples = [milliseconds, milliseconds, milliseconds];
  return {
    load: samples,
    typing: samples,
    update: samples,
    commit: samples,
    undo: samples,
    heap: [milliseconds * 1e6],
    correct: true,
    ...more,
  };
}

/** The verdicts of a run by the name of the row, without the number of paragraphs. */
function verdicts(subjects: { ours: Measured; control?: Measured }): ReadonlyMap<string, string> {
  const found = new Map([
    ['gaoqian', subjects.ours],
    ['lexical', measured(10)],
    ['prosemirror', measured(10)],
    ['control', subjects.control ?? measured(10)],
  ]);
  return new Map(rowsOf(500, found).map((row) => [row.name.replace(', 500 paragraphs', ''), verdictOf(row)]));
}

describe('the rows of an editing run', () => {
  it('are met up to their target and missed above it', () => {
    expect(verdicts({ ours: measured(11.5) }).get('Composition update')).toBe('met');
    expect(verdicts({ ours: measured(11.6) }).get('Composition update')).toBe('missed');
    expect(verdicts({ ours: measured(12.5) }).get('Load to paint')).toBe('met');
    expect(verdicts({ ours: measured(12.6) }).get('Load to paint')).toBe('missed');
  });

  it('are void when what was measured was wrong, however fast', () => {
    expect(verdicts({ ours: measured(1, { correct: false }) }).get('Undo and redo of 100 edits')).toBe('wrong');
  });

  it('are void as noise when the control is off, each kind by its own measure', () => {
    const typing = verdicts({ ours: measured(10), control: measured(10, { typing: [11.2] }) });
    expect(typing.get('Composition commit')).toBe('noise');
    expect(typing.get('Load to paint')).toBe('met');
    const load = verdicts({ ours: measured(10), control: measured(10, { load: [8.4] }) });
    expect(load.get('Load to paint')).toBe('noise');
    expect(load.get('Composition commit')).toBe('met');
  });

  it('give the heap in megabytes beside bare Lexical', () => {
    const found = new Map(['gaoqian', 'lexical', 'prosemirror', 'control'].map((name) => [name, measured(4)]));
    const heap = rowsOf(50, found).find((row) => row.name.startsWith('Heap'));
    expect(heap).toMatchObject({ ours: 4, floor: 4, target: 1.5 });
    expect(heap && ratioOf(heap)).toBe(1);
  });
});
