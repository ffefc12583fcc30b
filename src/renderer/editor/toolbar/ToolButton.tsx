import { ToolbarButton, Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FormatState } from '../document-editor-props.ts';
import type { ToolbarAct } from './toolbar-act.ts';
import { actTooltip } from './toolbar-act.ts';

/** A button of the toolbar. The press does not take the focus, so that the selection stays as it is shown. */
export function ToolButton({ act }: { readonly act: ToolbarAct }): ReactElement {
  const button = (
    <ToolbarButton
      className={toolClass(act.isOn)}
      aria-label={act.label}
      aria-pressed={act.isOn}
      aria-keyshortcuts={act.keys?.replaceAll('Ctrl', 'Control')}
      icon={act.icon ?? null}
      disabled={act.isOff}
      onMouseDown={(event) => event.preventDefault()}
      onClick={act.run}
    >
      {act.hasWords === true ? act.label : null}
    </ToolbarButton>
  );
  const tooltip = actTooltip(act);
  // It would say the same once more.
  if (act.hasWords === true && tooltip === act.label) return button;
  return (
    // Screen readers are told the name and the shortcut by the button itself; what describes it stands on the page all the time.
    <Tooltip content={tooltip} relationship={act.hint === undefined ? 'inaccessible' : 'description'}>
      {button}
    </Tooltip>
  );
}

/** A button that holds for some of the selected words looks half pressed. */
function toolClass(isOn: FormatState | undefined): string {
  if (isOn === 'mixed') return 'gq-tool gq-tool-mixed';
  return isOn === true ? 'gq-tool gq-tool-on' : 'gq-tool';
}
