import { useQuery } from '@tanstack/react-query';
import { call } from '#renderer/api/desk-api.ts';
import { keys } from '#renderer/api/queries.ts';
import { useText, type Translate } from '#renderer/i18n/text.ts';
import type { DraftValues } from '#shared/ipc/channels/draft.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { draftStates } from '#shared/model/draft.ts';
import type { Offers, ValueOffer } from '#shared/search/query/complete-query.ts';
import { queryFields, type QueryField } from '#shared/search/query/query-fields.ts';

/** What the search field offers, in the language of the window; how many drafts have each value is asked for while it is open. */
export function useOffers(profile: BureauProfile, isOpen: boolean): Offers {
  const text = useText();
  const { data } = useQuery({
    queryKey: keys.draftValues,
    queryFn: () => call('draft:count-values', {}),
    enabled: isOpen,
    staleTime: 2000,
  });
  return { fields: fieldLabels(text), values: valuesOf(text, profile, data) };
}

/** The names of all fields, as they are shown and may be typed. */
export function fieldLabels(text: Translate): Offers['fields'] {
  return Object.fromEntries(queryFields.map((field) => [field, text(`search.field.${field}`)])) as Record<
    QueryField,
    string
  >;
}

function valuesOf(text: Translate, profile: BureauProfile, counted: DraftValues | undefined): Offers['values'] {
  const known = (value: string, drafts: number | undefined): ValueOffer => ({
    value,
    drafts: counted ? (drafts ?? 0) : null,
  });
  const states = counted?.states;
  const inReview = states && states['first-review'] + states['second-review'] + states['final-review'];
  const days = (['today', 'yesterday', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth', 'thisYear'] as const).map(
    (day) => plain(text(`search.value.${day}`)),
  );
  const yesOrNo = [plain(text('search.value.yes')), plain(text('search.value.no'))];
  return {
    column: [
      ...profile.columns.map(({ id, name }) => known(name, counted?.columns[id])),
      known(text('search.value.noColumn'), counted?.columns['']),
    ],
    state: [
      known(text('search.value.inReview'), inReview),
      ...draftStates.map((state) => known(text(`states.${state}`), states?.[state])),
    ],
    author: counted?.authors.map(({ name, drafts }) => known(name, drafts)) ?? [],
    picture: yesOrNo,
    toConfirm: yesOrNo,
    date: days,
    changed: days,
    planned: days,
  };
}

function plain(value: string): ValueOffer {
  return { value, drafts: null };
}
