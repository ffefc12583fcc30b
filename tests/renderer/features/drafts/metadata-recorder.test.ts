import { expect, test } from 'vitest';
import { MetadataRecorder } from '#renderer/features/drafts/metadata-recorder.ts';
import { emptyMetadata } from '#shared/model/draft.ts';
import type { MetadataChange, MetadataStep } from '#shared/model/edit-history.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

function recording() {
  const state = { composing: false, records: [] as (MetadataChange & { step: MetadataStep })[] };
  const recorder = new MetadataRecorder({
    isComposing: () => state.composing,
    record: (change, step) => void state.records.push({ ...change, step }),
  });
  const headline = (before: string, after: string) =>
    recorder.changed({ before: { headline: before }, after: { headline: after } }, 'typed');
  return { state, recorder, headline };
}

test('the letters of a composition are one change, from the words before it to those that were chosen', () => {
  const { state, recorder, headline } = recording();
  state.composing = true;
  headline('市', '市z');
  headline('市z', '市zhu');
  headline('市zhu', '市住建局');
  recorder.settle();
  expect(state.records).toEqual([]);
  state.composing = false;
  recorder.settle();
  recorder.settle();
  expect(state.records).toEqual([{ before: { headline: '市' }, after: { headline: '市住建局' }, step: 'typed' }]);
});

test('what is typed without a composition is recorded at once, what one act did with the text joins it', () => {
  const { state, recorder, headline } = recording();
  headline('', 'A');
  recorder.changed({ before: { abstract: '甲' }, after: { abstract: '乙' } }, 'joins');
  expect(state.records.map(({ step }) => step)).toEqual(['typed', 'joins']);
});

test('letters that are not chosen yet are no words: what stood before them is what is saved', () => {
  const { state, recorder, headline } = recording();
  const shown = { ...emptyMetadata(sampleProfile), headline: '市zhu', subheadline: '副题' };
  expect(recorder.settled(shown)).toBe(shown);
  state.composing = true;
  headline('市', '市z');
  headline('市z', '市zhu');
  expect(recorder.settled(shown)).toEqual({ ...shown, headline: '市' });
  state.composing = false;
  recorder.settle();
  expect(recorder.settled(shown)).toBe(shown);
});

test('a composition that was given up is no change', () => {
  const { state, recorder, headline } = recording();
  state.composing = true;
  headline('市', '市z');
  headline('市z', '市');
  state.composing = false;
  recorder.settle();
  expect(state.records).toEqual([]);
});

test('a draft that comes meanwhile has nothing of the composition', () => {
  const { state, recorder, headline } = recording();
  state.composing = true;
  headline('市', '市z');
  recorder.forget();
  const other = { ...emptyMetadata(sampleProfile), headline: '另一篇' };
  expect(recorder.settled(other)).toBe(other);
  state.composing = false;
  recorder.settle();
  expect(state.records).toEqual([]);
});
