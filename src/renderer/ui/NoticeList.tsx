import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import './notice-list.css';

export interface ShownNotice {
  readonly id: number;
  readonly intent: 'info' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly lines?: readonly string[];
  readonly act?: { readonly label: string; readonly run: () => void };
}

export interface NoticeListProps {
  readonly notices: readonly ShownNotice[];
  readonly dismissLabel: string;
  readonly onDismiss: (id: number) => void;
}

/** Calm messages, newest last; read out politely, errors at once. */
export function NoticeList({ notices, dismissLabel, onDismiss }: NoticeListProps) {
  return (
    <div className="notices" aria-live="polite">
      {notices.map((notice) => (
        <MessageBar key={notice.id} intent={notice.intent} layout="multiline" className="notice">
          <MessageBarBody>
            <MessageBarTitle>{notice.title}</MessageBarTitle>
            {notice.lines?.map((line) => (
              <span className="notice-line" key={line}>
                {line}
              </span>
            ))}
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<Dismiss16Regular />}
                aria-label={dismissLabel}
                onClick={() => onDismiss(notice.id)}
              />
            }
          >
            {notice.act && (
              <Button
                size="small"
                onClick={() => {
                  notice.act?.run();
                  onDismiss(notice.id);
                }}
              >
                {notice.act.label}
              </Button>
            )}
          </MessageBarActions>
        </MessageBar>
      ))}
    </div>
  );
}
