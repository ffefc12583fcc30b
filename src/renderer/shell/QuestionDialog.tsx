import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useQuestion } from '#renderer/session/ask.ts';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import './question.css';

/** A question that an act of the person raised. Closing it means no. */
export function QuestionDialog() {
  const { question, answer } = useQuestion();
  if (!question) return null;
  return (
    <ShownDialog modalType="alert" onClose={() => answer('no')}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{question.title}</DialogTitle>
          <DialogContent>
            {question.list && (
              <ul className="question-list">
                {question.list.map((entry, index) => (
                  <li key={index}>{entry}</li>
                ))}
              </ul>
            )}
            <p>{question.body}</p>
            {question.code && (
              <p>
                <span className="dim">{question.code.label}</span>
                <code className="fingerprint">{question.code.value}</code>
              </p>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => answer('no')}>{question.no}</Button>
            {question.other !== undefined && <Button onClick={() => answer('other')}>{question.other}</Button>}
            <Button appearance="primary" onClick={() => answer('yes')}>
              {question.yes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ShownDialog>
  );
}
