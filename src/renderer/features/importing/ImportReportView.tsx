import { errorText, useText } from '#renderer/i18n/text.ts';
import type { ImportChange, ImportReport } from '#shared/model/import-report.ts';

/** What importing a file made of it: by kind, with samples; pictures, what to mind, words that were set apart. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const text = useText();
  const { taken, refused } = report.pictures;
  return (
    <>
      <p className="import-lead">
        {text('importing.lead', { file: report.fileName })}{' '}
        {report.encoding !== null && (
          <span className="faint">{text('importing.encoding', { encoding: report.encoding.toUpperCase() })}</span>
        )}
      </p>
      {report.changes.length > 0 && (
        <section>
          <h3 className="import-heading">{text('importing.changes')}</h3>
          <ul className="import-changes">
            {report.changes.map((change) => (
              <li key={change.kind}>
                <ChangeLine change={change} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {taken + refused.length > 0 && (
        <section>
          <h3 className="import-heading">{text('importing.pictures')}</h3>
          <ul className="import-apart">
            {taken > 0 && <li>{text('importing.picturesTaken', { count: taken })}</li>}
            {refused.map(({ name, code }) => (
              <li key={name}>{text('importing.refused', { name, why: errorText(text, { code, params: {} }) })}</li>
            ))}
          </ul>
        </section>
      )}
      {report.notes.length > 0 && (
        <section>
          <h3 className="import-heading">{text('importing.notes')}</h3>
          <ul className="import-apart">
            {report.notes.map(({ kind, count, names }) => {
              const words = text(`importing.note.${kind}`, { count });
              return (
                <li key={kind}>
                  {names.length > 0 ? text('importing.noteNames', { words, names: names.join('、') }) : words}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {report.setApart.length > 0 && (
        <section>
          <h3 className="import-heading">{text('importing.setApart')}</h3>
          <ul className="import-apart">
            {[...new Set(report.setApart)].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ChangeLine({ change }: { readonly change: ImportChange }) {
  const text = useText();
  const head = (
    <>
      <span>{text(`importing.change.${change.kind}`)}</span>
      <span className="import-count numeric">{text('importing.times', { count: change.count })}</span>
    </>
  );
  if (change.samples.length === 0) return <div className="import-change">{head}</div>;
  return (
    <details>
      <summary className="import-change">{head}</summary>
      <table className="import-samples">
        <thead>
          <tr>
            <th scope="col">{text('importing.before')}</th>
            <th scope="col">{text('importing.after')}</th>
          </tr>
        </thead>
        <tbody>
          {change.samples.map((sample) => (
            <tr key={`${sample.before}→${sample.after}`}>
              <td>
                <del>{sample.before}</del>
              </td>
              <td>
                <ins>{sample.after}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
