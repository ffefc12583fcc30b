import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import type { ImportChange } from '#shared/model/import-report.ts';
import { useImportReport } from './import-page.ts';
import './importing.css';

const close = () => useImportReport.setState({ report: null });

/** What importing a page changed, by kind, with samples; and the page's own words that were set apart. */
export function ImportReportDialog() {
  const text = useText();
  const report = useImportReport((store) => store.report);
  if (!report) return null;
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && close()}>
      <DialogSurface className="import-report">
        <DialogBody>
          <DialogTitle>{text('importing.title')}</DialogTitle>
          <DialogContent>
            <p className="import-lead">
              {text('importing.lead', { file: report.fileName })}{' '}
              <span className="faint">{text('importing.encoding', { encoding: report.encoding.toUpperCase() })}</span>
            </p>
            <h3 className="import-heading">
              {text(report.changes.length > 0 ? 'importing.changes' : 'importing.noChanges')}
            </h3>
            <ul className="import-changes">
              {report.changes.map((change) => (
                <li key={change.kind}>
                  <ChangeLine change={change} />
                </li>
              ))}
            </ul>
            {report.setApart.length > 0 && (
              <>
                <h3 className="import-heading">{text('importing.setApart')}</h3>
                <ul className="import-apart">
                  {report.setApart.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={close}>
              {text('importing.openDraft')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
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
