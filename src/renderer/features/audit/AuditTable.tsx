import { Button } from '@fluentui/react-components';
import { useAuditLog } from '#renderer/api/queries.ts';
import { useText, type Translate } from '#renderer/i18n/text.ts';
import { dateTime } from '#renderer/ui/format.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import type { AuditEntry, AuditFilter } from '#shared/model/audit.ts';
import { eventName } from './event-name.ts';

/** The lines that the filter means, newest first. */
export function AuditTable({ filter }: { readonly filter: AuditFilter }) {
  const text = useText();
  const { data, hasNextPage, fetchNextPage, isFetching } = useAuditLog(filter);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  if (data && entries.length === 0) return <Empty title={text('audit.none')} />;
  return (
    <div className="audit-scroll" tabIndex={0} role="region" aria-label={text('audit.title')}>
      <table className="audit-table">
        <thead>
          <tr>
            <th className="audit-number">{text('audit.number')}</th>
            <th className="audit-time">{text('audit.time')}</th>
            <th className="audit-person">{text('audit.person')}</th>
            <th className="audit-act">{text('audit.act')}</th>
            <th>{text('audit.draft')}</th>
            <th className="audit-hash">{text('audit.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <AuditLine key={entry.sequence} entry={entry} />
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <Button className="audit-more" size="small" disabled={isFetching} onClick={() => void fetchNextPage()}>
          {text('audit.more')}
        </Button>
      )}
    </div>
  );
}

function draftName(text: Translate, { headline, purgedNumber }: AuditEntry): string {
  if (headline !== null) return headline || text('drafts.untitled');
  return purgedNumber === null ? '' : text('audit.purged', { number: purgedNumber });
}

function AuditLine({ entry }: { readonly entry: AuditEntry }) {
  const text = useText();
  const { sequence, at, personName, personId, event, hash, facts } = entry;
  const draft = draftName(text, entry);
  const details = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return (
    <tr>
      <td className="numeric">{sequence}</td>
      <td className="numeric">{dateTime(at)}</td>
      <td title={personName ?? ''}>{personName ?? personId ?? text('audit.program')}</td>
      <td title={[event, ...details].join('\n')}>{eventName(text, event)}</td>
      <td title={draft}>{draft}</td>
      <td className="numeric" title={hash}>
        {hash.slice(0, 8)}
      </td>
    </tr>
  );
}
