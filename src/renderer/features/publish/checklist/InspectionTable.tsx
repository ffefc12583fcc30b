import { useText } from '#renderer/i18n/text.ts';
import type { Inspection } from '#shared/model/checklist.ts';

/** The rehearsal of an inspection: what was found, and what it would cost. */
export function InspectionTable({ inspection }: { readonly inspection: Inspection }) {
  const text = useText();
  const { score, passed, lines } = inspection;
  return (
    <section aria-label={text('checklist.rehearsal')}>
      <h3 className="checklist-group">
        {text('checklist.rehearsal')}{' '}
        <span className={passed ? 'publish-ok' : 'publish-error'}>
          {text(passed ? 'checklist.passed' : 'checklist.failed', { score })}
        </span>
      </h3>
      <table className="inspection">
        <thead>
          <tr>
            <th scope="col">{text('checklist.line')}</th>
            <th scope="col">{text('checklist.count')}</th>
            <th scope="col">{text('checklist.points')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, veto, count, points }) => (
            <tr key={line} className={count > 0 ? 'inspection-found' : ''}>
              <th scope="row">{text(`checklist.inspection.${line}`)}</th>
              <td className="numeric">{count}</td>
              <td className="numeric">
                {count > 0 && veto ? text('checklist.veto') : points === 0 ? '—' : `−${points}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint">{text('checklist.rehearsalHint')}</p>
    </section>
  );
}
