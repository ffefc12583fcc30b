import { Button } from '@fluentui/react-components';
import { codedErrorOf } from '#renderer/api/desk-api.ts';
import { useTrace } from '#renderer/api/queries.ts';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { openComparison } from '#renderer/session/comparison.ts';
import { closeTrace, useSentenceTrace, type TracedPlace } from '#renderer/session/sentence-trace.ts';
import { dateTime } from '#renderer/ui/format.ts';
import { WideDialog } from '#renderer/ui/WideDialog.tsx';
import { diffTexts } from '#shared/document/diff/words.ts';
import type { TracedChange } from '#shared/ipc/channels/version.ts';
import { DiffWords } from '../compare/DiffWords.tsx';
import '../compare/words.css';
import './trace.css';

/** Who changed the selected sentence when, raised through `traceSelection`. */
export function TraceDialog() {
  const asked = useSentenceTrace((state) => state.asked);
  return asked && <Shown asked={asked} />;
}

function Shown({ asked }: { readonly asked: TracedPlace }) {
  const text = useText();
  const { data, error } = useTrace(asked);
  return (
    <WideDialog name="trace" title={text('trace.title')} closeLabel={text('common.close')} onClose={closeTrace}>
      {error && <p role="alert">{errorText(text, codedErrorOf(error))}</p>}
      {!data && !error && <p className="faint">{text('common.loading')}</p>}
      {data && (
        <>
          <blockquote className="trace-sentence">{data.sentence}</blockquote>
          <ol className="trace" aria-label={text('trace.title')}>
            {data.changes.map((change) => (
              <TraceLine key={change.revision?.id ?? 'now'} change={change} />
            ))}
          </ol>
          {data.changes.length === 0 && <p className="faint">{text('trace.none')}</p>}
        </>
      )}
    </WideDialog>
  );
}

function TraceLine({ change }: { readonly change: TracedChange }) {
  const text = useText();
  const { revision, before, after, by, at } = change;
  const parentId = revision?.parentId ?? null;
  return (
    <li>
      <div className="trace-head">
        <strong>{by.name}</strong>
        <time className="numeric" dateTime={at}>
          {dateTime(at)}
        </time>
        <span className="faint">
          {revision ? text('history.sequence', { value: revision.sequence }) : text('trace.unkept')}
        </span>
        <span className="pill">{text(before === '' ? 'trace.written' : 'trace.changed')}</span>
        {revision && parentId !== null && (
          <Button
            className="trace-compare"
            size="small"
            appearance="subtle"
            onClick={() => {
              closeTrace();
              openComparison(parentId, revision.id);
            }}
          >
            {text('compare.open')}
          </Button>
        )}
      </div>
      <p className="trace-words diff-words">
        <DiffWords pieces={diffTexts(before, after)} side="both" name={null} />
      </p>
    </li>
  );
}
