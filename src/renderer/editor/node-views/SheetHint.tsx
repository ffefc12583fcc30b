import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useSyncExternalStore } from 'react';
import type { Hints } from '../extensions/hints.ts';
import { useEditorText } from '../use-editor-text.ts';

/** The hint at the foot of what is in sight of the sheet; read out when it comes, never in the way of typing. */
export function SheetHint({ hints }: { readonly hints: Hints }): ReactElement {
  const text = useEditorText();
  const hint = useSyncExternalStore(hints.subscribe, hints.current);
  return (
    <div className="gq-hint-place" role="status" aria-label={text('hint')}>
      {hint && (
        <div className="gq-hint" data-tone={hint.tone}>
          <span>{text(hint.text, hint.params)}</span>
          {hint.acts.map((act) => (
            <Button
              key={act.label}
              appearance="transparent"
              size="small"
              // The caret stays where it is.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                hints.dismiss();
                act.run();
              }}
            >
              {text(act.label)}
            </Button>
          ))}
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label={text('hintClose')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={hints.dismiss}
          />
        </div>
      )}
    </div>
  );
}
