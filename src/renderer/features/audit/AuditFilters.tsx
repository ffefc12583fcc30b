import { Field, Input, Select } from '@fluentui/react-components';
import { useAuditLog } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { wholeLog, type AuditFilter } from '#shared/model/audit.ts';
import type { Person } from '#shared/model/person.ts';
import { eventName } from './event-name.ts';

export interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly persons: readonly Person[];
  readonly onChange: (filter: AuditFilter) => void;
}

/** Person, act, draft and time; each field narrows what the others leave. */
export function AuditFilters({ filter, persons, onChange }: AuditFiltersProps) {
  const text = useText();
  const events = useAuditLog(wholeLog).data?.pages[0]?.events ?? [];
  const change = (part: Partial<AuditFilter>) => onChange({ ...filter, ...part });
  return (
    <div className="audit-filters" role="search" aria-label={text('audit.filters')}>
      <Field label={text('audit.person')}>
        <Select
          size="small"
          value={filter.personId ?? ''}
          onChange={(_event, { value }) => change({ personId: value || null })}
        >
          <option value="">{text('audit.everybody')}</option>
          {persons.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text('audit.act')}>
        <Select
          size="small"
          value={filter.event ?? ''}
          onChange={(_event, { value }) => change({ event: value || null })}
        >
          <option value="">{text('audit.everyAct')}</option>
          {events.map((event) => (
            <option key={event} value={event}>
              {eventName(text, event)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text('audit.draft')}>
        <Input
          size="small"
          placeholder={text('audit.draftPlaceholder')}
          value={filter.draft}
          onChange={(_event, { value }) => change({ draft: value })}
        />
      </Field>
      <Field label={text('audit.from')}>
        <Input
          size="small"
          type="date"
          value={dayOf(filter.from, 0)}
          onChange={(_event, { value }) => change({ from: startOf(value, 0) })}
        />
      </Field>
      <Field label={text('audit.until')}>
        <Input
          size="small"
          type="date"
          value={dayOf(filter.until, -1)}
          onChange={(_event, { value }) => change({ until: startOf(value, 1) })}
        />
      </Field>
    </div>
  );
}

/** The start of a day of this machine's calendar, some days on, as a moment; null for no day. */
function startOf(day: string, later: number): string | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  return new Date(year, month - 1, date + later).toISOString();
}

/** `YYYY-MM-DD`, as a date field has it. */
function dayOf(moment: string | null, later: number): string {
  if (moment === null) return '';
  const date = new Date(moment);
  const day = new Date(date.getFullYear(), date.getMonth(), date.getDate() + later, 12);
  return day.toISOString().slice(0, 10);
}
