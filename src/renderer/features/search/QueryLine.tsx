import { Checkbox } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons';
import { useDraftList } from '#renderer/api/queries.ts';
import { useText, type Translate } from '#renderer/i18n/text.ts';
import { changeList, takeQuery, useListRequest } from '#renderer/session/list-state.ts';
import { grouped } from '#renderer/ui/format.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { parseQuery, withoutClause, type Clause } from '#shared/search/query/parse-query.ts';
import { resolveQuery, type QueryRemark } from '#shared/search/query/resolve-query.ts';
import { shanghaiDate } from '#shared/shanghai-time.ts';
import { SaveSearch } from './SavedSearches.tsx';
import { fieldLabels } from './use-offers.ts';
import './search.css';

/** What a search was taken to mean: its filters, each of which can be taken out, and what was not understood. */
export function QueryLine({ profile }: { readonly profile: BureauProfile }) {
  const text = useText();
  const now = useNow();
  const request = useListRequest();
  const { data } = useDraftList(request);
  const { query, earlier = false } = request;
  if (query === '') return null;
  const chips = parseQuery(query).filter(isFilter);
  const today = shanghaiDate(new Date(now).toISOString());
  const { search, remarks } = resolveQuery(query, { columns: profile.columns, today });
  const waiting = data?.pages[0]?.waiting ?? 0;
  return (
    <div className="query-line">
      {chips.length > 0 && (
        <ul className="query-chips" aria-label={text('search.chips')}>
          {chips.map((clause) => {
            const words = wordsOf(text, clause);
            return (
              <li key={clause.start} className="query-chip">
                <span className="query-chip-words">{words}</span>
                <button
                  type="button"
                  aria-label={text('search.remove', { value: words })}
                  onClick={() => takeQuery(withoutClause(query, clause))}
                >
                  <Dismiss12Regular />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {remarks.map((remark) => (
        <p key={JSON.stringify(remark)} className="query-remark">
          {remarkWords(text, remark)}
        </p>
      ))}
      {waiting > 0 && <p className="query-remark">{text('search.waiting', { count: grouped(waiting) })}</p>}
      <div className="query-acts">
        {search.words.length > 0 && (
          <Checkbox
            className="query-earlier"
            label={text('search.earlier')}
            checked={earlier}
            onChange={(_event, { checked }) => changeList({ earlier: checked === true })}
          />
        )}
        <SaveSearch query={query} earlier={earlier} />
      </div>
    </div>
  );
}

/** What is no plain word: the plain ones stand in the field and need no chip. */
function isFilter(clause: Clause): boolean {
  return clause.kind === 'filter' ? clause.values.length > 0 : clause.excluded;
}

function wordsOf(text: Translate, clause: Clause): string {
  const words =
    clause.kind === 'words'
      ? clause.text
      : text('search.chip', { field: fieldLabels(text)[clause.field], value: clause.values.join('、') });
  return clause.excluded ? text('search.excluded', { words }) : words;
}

function remarkWords(text: Translate, remark: QueryRemark): string {
  if (remark.kind === 'unknown-field') return text('search.unknownField', { name: remark.name });
  const isDate = remark.field === 'date' || remark.field === 'changed' || remark.field === 'planned';
  if (isDate) return text('search.badDate', { value: remark.value });
  return text('search.unknownValue', { field: fieldLabels(text)[remark.field], value: remark.value });
}
