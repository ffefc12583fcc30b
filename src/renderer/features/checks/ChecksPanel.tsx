import { Button, Link } from '@fluentui/react-components';
import { useAppState } from '#renderer/api/queries.ts';
import { translate, useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, revealPlace, useDraftSession } from '#renderer/session/draft-session.ts';
import { findingWords, placeWords } from '#renderer/session/finding-words.ts';
import { notify } from '#renderer/session/notices.ts';
import { offerRepairs } from '#renderer/session/repairs.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import type { Document } from '#shared/document/schema.ts';
import { severitySchema, type Finding } from '#shared/model/finding.ts';
import { hearAgain, ignorable, ignoreHint } from './ignore-hint.ts';
import './checks.css';

const severities = severitySchema.options;

/** The findings as cards, the gravest first; each with its act, then the way to its place. */
export function ChecksPanel({ readOnly }: { readonly readOnly: boolean }) {
  const text = useText();
  const findings = useDraftSession((session) => session.findings);
  const checked = useDraftSession((session) => session.checked);
  const document = useDraftSession((session) => session.document);
  const ignored = useAppState().data?.settings.ignoredHints.length ?? 0;
  const sorted = findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));

  if (!checked) return <Empty title={text('checks.running')} />;
  return (
    <>
      {sorted.length === 0 && <Empty title={text('checks.none')} hint={text('checks.noneHint')} />}
      <ul className="findings" aria-label={text('checks.title')}>
        {sorted.map((finding) => (
          <li key={finding.id}>
            <FindingCard finding={finding} document={document} readOnly={readOnly} />
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Button size="small" onClick={() => void findRepairs()}>
          {text('importing.repairText')}
        </Button>
      )}
      {ignored > 0 && (
        <p className="faint">
          {text('checks.ignored', { count: ignored })}{' '}
          <Link onClick={() => void hearAgain()}>{text('checks.hearAgain')}</Link>
        </p>
      )}
      <p className="faint">{text('checks.summary', { blocks: checked.blocks, ms: checked.milliseconds })}</p>
    </>
  );
}

/** Repairs that an import left for later, or that words which came another way need. */
async function findRepairs(): Promise<void> {
  const found = await attempt(async () => offerRepairs(null));
  if (found === 0) notify({ intent: 'info', title: translate('importing.noRepairs'), passing: true, topic: 'repairs' });
}

interface FindingCardProps {
  readonly finding: Finding;
  readonly document: Document | null;
  readonly readOnly: boolean;
}

function FindingCard({ finding, document, readOnly }: FindingCardProps) {
  const text = useText();
  const { place, fix } = finding;
  const draftId = useDraftSession((session) => session.opened?.summary.id);
  const mend = () => {
    if (fix) draftSession().handle?.applyFix(place, fix);
    draftActs().pause();
  };
  const decorate = () => {
    if (place.kind === 'block') draftSession().handle?.changeFigure(place.block, { decorative: true });
    draftActs().pause();
  };
  return (
    <Card tone={finding.severity}>
      <div className="finding-title">{findingWords(text, finding, 'title')}</div>
      <div className="dim">{findingWords(text, finding, 'why')}</div>
      <div className="faint">
        {text(`checks.severity.${finding.severity}`)} · {placeWords(text, place, document)}
      </div>
      <div className="card-acts">
        {fix && !readOnly && (
          <Button size="small" appearance="primary" onClick={mend}>
            {text(fix.kind === 'alt-from-caption' ? 'checks.fromCaption' : 'checks.fix')}
          </Button>
        )}
        {finding.rule === 'alt-missing' && !readOnly && (
          <Button size="small" onClick={decorate}>
            {text('checks.decorative')}
          </Button>
        )}
        {draftId !== undefined && ignorable.has(finding.rule) && (
          <Button size="small" onClick={() => void ignoreHint(draftId, finding)}>
            {text('checks.ignore')}
          </Button>
        )}
        <Button size="small" onClick={() => revealPlace(place)}>
          {text('checks.jump')}
        </Button>
      </div>
    </Card>
  );
}
