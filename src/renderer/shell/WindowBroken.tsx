import { Button, FluentProvider } from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { appearanceOf, fluentThemes } from '#renderer/ui/fluent-theme.ts';
import { useMediaQuery } from '#renderer/ui/use-media-query.ts';
import './start-failed.css';

/** In place of a window that failed to draw itself, which would be empty: what is kept, and the way back. */
export function WindowBroken() {
  const text = useText();
  const dark = useMediaQuery('(prefers-color-scheme: dark)');
  const contrast = useMediaQuery('(forced-colors: active)');
  return (
    <FluentProvider theme={fluentThemes[appearanceOf('system', { dark, contrast })]}>
      <main className="start-failed">
        <div className="rescue">
          <h1>{text('shell.broken')}</h1>
          <p role="alert">{text('shell.brokenHint')}</p>
          <div className="rescue-acts">
            <Button appearance="primary" autoFocus onClick={() => location.reload()}>
              {text('shell.reload')}
            </Button>
          </div>
        </div>
      </main>
    </FluentProvider>
  );
}
