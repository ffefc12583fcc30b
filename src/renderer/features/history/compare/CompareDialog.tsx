import {
  Button,
  Checkbox,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  ToggleButton,
  Tooltip,
} from '@fluentui/react-components';
import {
  ArrowDownRegular,
  ArrowSwapRegular,
  ArrowUpRegular,
  SplitVerticalRegular,
  TextAlignLeftRegular,
} from '@fluentui/react-icons';
import { useCallback, useMemo, useRef, useState } from 'react';
import { codedErrorOf } from '#renderer/api/desk-api.ts';
import { useRevisions } from '#renderer/api/queries.ts';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { closeComparison, openComparison, useComparison, type Comparison } from '#renderer/session/comparison.ts';
import { lockOf, useDraftSession } from '#renderer/session/draft-session.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import { changesOf } from '#shared/document/diff/content-diff.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import type { DraftSummary } from '#shared/model/draft.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { DiffMetadata } from './DiffMetadata.tsx';
import { DiffRows } from './DiffRows.tsx';
import { insertOnSheet } from './insert-on-sheet.ts';
import type { Side } from './side.ts';
import { useChangeWalk } from './use-change-walk.ts';
import { useContentDiff } from './use-content-diff.ts';
import { VersionSelect } from './VersionSelect.tsx';
import './compare.css';
import './words.css';

/** Any two versions of the draft on the sheet, raised through `openComparison`. */
export function CompareDialog({ profile }: { readonly profile: BureauProfile }) {
  const shown = useComparison((state) => state.shown);
  const summary = useDraftSession((session) => session.opened?.summary);
  return shown && summary && <Shown shown={shown} summary={summary} profile={profile} />;
}

interface ShownProps {
  readonly shown: Comparison;
  readonly summary: DraftSummary;
  readonly profile: BureauProfile;
}

const besides: readonly Side[] = ['before', 'after'];
const inline: readonly Side[] = ['both'];
const noNames: readonly string[] = [];

function Shown({ shown, summary, profile }: ShownProps) {
  const text = useText();
  const { before, after } = shown;
  const { data: revisions = [] } = useRevisions(summary.id);
  const newestFirst = useMemo(() => revisions.toSorted((a, b) => b.sequence - a.sequence), [revisions]);
  const [sides, setSides] = useState(besides);
  const [onlyChanges, setOnlyChanges] = useState(false);
  const { compared, error, renew } = useContentDiff(before, after);
  const names = useMemo(() => (compared ? changesOf(compared.diff) : noNames), [compared]);
  const mayInsert = lockOf(summary) === undefined && before !== 'now';
  const insert = useCallback(
    (block: BlockNode) => {
      const place = insertOnSheet(block);
      renew();
      return place;
    },
    [renew],
  );
  const view = useRef<HTMLDivElement>(null);
  const walk = useChangeWalk(names, view);

  const count =
    walk.current === null
      ? text('compare.count', { value: names.length })
      : text('compare.place', { value: walk.current + 1, of: names.length });

  return (
    <ShownDialog onClose={closeComparison}>
      <DialogSurface className="compare-dialog" onKeyDown={walk.onKeyDown}>
        <DialogBody className="compare-body">
          <DialogTitle className="compare-title">
            {text('compare.title')}
            <span className="compare-tools">
              <ToggleButton
                size="small"
                appearance="subtle"
                icon={<SplitVerticalRegular />}
                checked={sides === besides}
                onClick={() => setSides(besides)}
              >
                {text('compare.sideBySide')}
              </ToggleButton>
              <ToggleButton
                size="small"
                appearance="subtle"
                icon={<TextAlignLeftRegular />}
                checked={sides === inline}
                onClick={() => setSides(inline)}
              >
                {text('compare.inline')}
              </ToggleButton>
              <Checkbox
                label={text('compare.onlyChanges')}
                checked={onlyChanges}
                onChange={(_event, { checked }) => setOnlyChanges(checked === true)}
              />
              <span className="compare-count numeric" role="status">
                {compared && names.length > 0 && count}
              </span>
              <Tooltip content={text('compare.last')} relationship="label">
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<ArrowUpRegular />}
                  disabled={names.length === 0}
                  onClick={() => walk.go(-1)}
                />
              </Tooltip>
              <Tooltip content={text('compare.next')} relationship="label">
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<ArrowDownRegular />}
                  disabled={names.length === 0}
                  onClick={() => walk.go(1)}
                />
              </Tooltip>
            </span>
          </DialogTitle>
          <DialogContent className="compare-content">
            <div className="compare-versions">
              <VersionSelect
                label={text('compare.before')}
                value={before}
                revisions={newestFirst}
                onChange={(version) => openComparison(version, after)}
              />
              <Tooltip content={text('compare.swap')} relationship="label">
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<ArrowSwapRegular />}
                  onClick={() => openComparison(after, before)}
                />
              </Tooltip>
              <VersionSelect
                label={text('compare.after')}
                value={after}
                revisions={newestFirst}
                onChange={(version) => openComparison(before, version)}
              />
            </div>
            <div
              className="compare-view diff-words"
              ref={view}
              data-sides={sides.length}
              tabIndex={0}
              role="region"
              aria-label={text('compare.title')}
            >
              {error && <p role="alert">{errorText(text, codedErrorOf(error))}</p>}
              {!compared && !error && <p className="faint">{text('common.loading')}</p>}
              {compared && names.length === 0 && <Empty title={text('compare.none')} />}
              {compared && names.length > 0 && (
                <>
                  {compared.diff.fields.length > 0 && (
                    <section className="diff-metadata diff-row" aria-label={text('metadata.section')}>
                      {sides.map((side) => (
                        <div key={side} className="diff-cell" data-side={side}>
                          <DiffMetadata
                            fields={compared.diff.fields}
                            before={compared.before.metadata}
                            after={compared.after.metadata}
                            profile={profile}
                            side={side}
                          />
                        </div>
                      ))}
                    </section>
                  )}
                  <DiffRows
                    key={`${before} ${after}`}
                    diff={compared.diff}
                    sides={sides}
                    onlyChanges={onlyChanges}
                    onInsert={mayInsert ? insert : undefined}
                  />
                </>
              )}
            </div>
          </DialogContent>
          <DialogActions>
            <span className="faint compare-keys">{text('compare.keys')}</span>
            <Button onClick={closeComparison}>{text('common.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ShownDialog>
  );
}
