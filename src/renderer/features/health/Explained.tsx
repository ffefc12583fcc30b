import { Button } from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { showWhole } from '#renderer/ui/show-whole.ts';

export interface ExplainedProps {
  readonly title: string;
  readonly body: string;
  readonly yes: string;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** What an act will do, before it does it; in the page, so that no question stands over another dialog. */
export function Explained({ title, body, yes, busy, onYes, onNo }: ExplainedProps) {
  const text = useText();
  return (
    <div ref={showWhole} className="health-explained" role="group" aria-label={title}>
      <strong>{title}</strong>
      <p className="health-hint">{body}</p>
      <div className="health-acts">
        <Button size="small" appearance="primary" disabled={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button size="small" onClick={onNo}>
          {text('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
