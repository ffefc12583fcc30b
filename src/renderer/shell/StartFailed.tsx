import { errorText, useText } from '#renderer/i18n/text.ts';
import type { CodedError } from '#shared/errors.ts';
import './shell.css';

/** The whole window when the app's state cannot be read. */
export function StartFailed({ error }: { readonly error: CodedError }) {
  const text = useText();
  return (
    <main className="start-failed">
      <div role="alert">
        <h1>{text('shell.startFailed')}</h1>
        <p>{errorText(text, error)}</p>
      </div>
    </main>
  );
}
