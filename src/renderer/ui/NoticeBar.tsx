import {
  Button,
  MessageBar,
  ProgressBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useFocusBack } from './use-focus-back.ts';

/** What a notice says in one line, and more for who wants it. */
export interface ShownFold {
  readonly title: string;
  readonly entries: readonly { readonly title: string; readonly samples: readonly string[] }[];
  readonly isOpen?: boolean;
}

export interface ShownNotice {
  readonly id: number;
  readonly intent: 'info' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly lines?: readonly string[];
  readonly folds?: readonly ShownFold[];
  /** From 0 to 1; null while nobody knows how much there is. */
  readonly progress?: number | null;
  readonly act?: { readonly label: string; readonly run: () => void };
}

interface NoticeBarProps {
  readonly notice: ShownNotice;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
  readonly onKeep: () => void;
}

export function NoticeBar({ notice, dismissLabel, onDismiss, onKeep }: NoticeBarProps) {
  useFocusBack();
  return (
    <MessageBar
      intent={notice.intent}
      layout="multiline"
      className="notice"
      onFocusCapture={onKeep}
      onPointerDown={onKeep}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onDismiss();
      }}
    >
      <MessageBarBody className="notice-body">
        <MessageBarTitle>{notice.title}</MessageBarTitle>
        {notice.lines?.map((line) => (
          <span className="notice-line" key={line}>
            {line}
          </span>
        ))}
        {notice.progress !== undefined && (
          <ProgressBar
            className="notice-progress"
            aria-label={notice.title}
            {...(notice.progress === null ? {} : { value: notice.progress })}
          />
        )}
        {notice.folds && (
          <div className="notice-folds">
            {notice.folds.map((fold) => (
              <Fold key={fold.title} fold={fold} />
            ))}
          </div>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label={dismissLabel}
            onClick={() => onDismiss()}
          />
        }
      >
        {notice.act && (
          <Button
            size="small"
            onClick={() => {
              notice.act?.run();
              onDismiss();
            }}
          >
            {notice.act.label}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

function Fold({ fold }: { readonly fold: ShownFold }) {
  return (
    <details className="notice-fold" open={fold.isOpen}>
      <summary>{fold.title}</summary>
      <ul>
        {fold.entries.map((entry) => (
          <li key={entry.title}>
            {entry.title}
            {entry.samples.map((sample) => (
              <span className="notice-sample" key={sample} title={sample}>
                {sample}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
