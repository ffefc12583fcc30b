import { Button, mergeClasses, ToggleButton } from '@fluentui/react-components';
import {
  ArrowDown20Regular,
  ArrowUp20Regular,
  ChevronDown16Regular,
  ChevronRight16Regular,
  Dismiss20Regular,
} from '@fluentui/react-icons';
import { useEffect, type KeyboardEvent } from 'react';
import { useText, type Translate } from '#renderer/i18n/text.ts';
import { matchCount } from '#shared/document/find/match-list.ts';
import { useFocusBack } from '#renderer/ui/use-focus-back.ts';
import { FindField } from './FindField.tsx';
import { changeQuery, closeFind, followDraft, openFind, walk } from './find-session.ts';
import { useFind, type FindState } from './find-state.ts';
import { replaceAll, replaceOne } from './replace.ts';
import './find.css';

const options = [
  ['matchCase', 'Aa'],
  ['matchWidth', 'Ａa'],
  ['wholeWord', 'ab'],
  ['regularExpression', '.*'],
] as const;

function press(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  closeFind();
}

/** Find and replace over the sheet, at its top right; what is written below stays free to work in. */
export function FindBar({ readOnly }: { readonly readOnly: boolean }) {
  const mode = useFind((find) => find.mode);
  return mode === 'closed' ? null : (
    <div className="find-place" data-mode={mode}>
      <OpenBar readOnly={readOnly} />
    </div>
  );
}

function OpenBar({ readOnly }: { readonly readOnly: boolean }) {
  const text = useText();
  const find = useFind();
  useEffect(followDraft, []);
  useFocusBack();

  const { mode, query, replacement, status, matches } = find;
  const count = matchCount(matches);
  const isReplacing = mode === 'replace';
  const isMissing = status.kind === 'ready' && query.text !== '' && count === 0;
  const refused = isMissing || status.kind === 'invalid' || status.kind === 'slow';
  return (
    <search className="find-bar" aria-label={text('find.title')} onKeyDown={press}>
      <Button
        className="find-more"
        appearance="subtle"
        size="small"
        icon={isReplacing ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={isReplacing}
        aria-label={text('find.showReplace')}
        onClick={() => openFind(isReplacing ? 'find' : 'replace')}
      />
      {/* The two fields come first, as the Tab key goes through them; the style sheet sets each beside its acts. */}
      <div className="find-rows">
        <FindField
          // Made anew, it takes the focus.
          key={find.openings}
          autoFocus={find.openings > 0}
          value={query.text}
          label={text('find.find')}
          isWrong={refused}
          onChange={(words) => changeQuery({ text: words })}
          onEnter={(shift) => walk(shift ? -1 : 1)}
        />
        {isReplacing && (
          <>
            <FindField
              value={replacement}
              label={text('find.replaceWith')}
              disabled={readOnly}
              onChange={(words) => useFind.setState({ replacement: words })}
              onEnter={() => void replaceOne()}
            />
            <div className="find-acts find-replacing">
              <Button size="small" disabled={readOnly || count === 0} onClick={() => void replaceOne()}>
                {text('find.replace')}
              </Button>
              <Button size="small" disabled={readOnly || count === 0} onClick={() => void replaceAll()}>
                {text('find.replaceAll')}
              </Button>
            </div>
          </>
        )}
        <div className="find-acts">
          {options.map(([option, sign]) => (
            <ToggleButton
              key={option}
              className={mergeClasses('find-option', option === 'wholeWord' && 'find-whole')}
              appearance="subtle"
              size="small"
              checked={query[option]}
              aria-label={text(`find.${option}`)}
              title={text(`find.${option}`)}
              onClick={() => changeQuery({ [option]: !query[option] })}
              data-sign={sign}
            />
          ))}
          <Act label={text('find.previous')} icon={<ArrowUp20Regular />} disabled={count === 0} run={() => walk(-1)} />
          <Act label={text('find.next')} icon={<ArrowDown20Regular />} disabled={count === 0} run={() => walk(1)} />
          <Act label={text('find.close')} icon={<Dismiss20Regular />} run={closeFind} />
        </div>
        <div className={mergeClasses('find-status', refused && 'find-status-wrong')} role="status">
          {statusWords(text, find, readOnly)}
        </div>
      </div>
    </search>
  );
}

function Act(props: {
  readonly label: string;
  readonly icon: React.ReactElement;
  readonly disabled?: boolean;
  readonly run: () => void;
}) {
  const { label, icon, disabled = false, run } = props;
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={icon}
      aria-label={label}
      title={label}
      disabledFocusable={disabled}
      onClick={run}
    />
  );
}

function statusWords(text: Translate, find: FindState, readOnly: boolean): string {
  const { mode, query, status, matches, current } = find;
  const count = matchCount(matches);
  if (status.kind === 'replaced') {
    const done = text('find.replaced', { count: status.count });
    return status.skipped === 0 ? done : text('find.skipped', { done, count: status.skipped });
  }
  if (status.kind !== 'ready') return text(`find.${status.kind}`);
  if (query.text === '') return readOnly && mode === 'replace' ? text('find.readOnly') : '';
  if (count === 0) return text('find.none');
  return text('find.count', { current: (current ?? 0) + 1, count });
}
