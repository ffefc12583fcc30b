import { ToolbarButton, Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ToolbarAct } from './toolbar-act.ts';
import { actTooltip } from './toolbar-act.ts';

/** A button of the toolbar. The press does not take the focus, so that the selection stays as it is shown. */
export function ToolButton({ act }: { readonly act: ToolbarAct }): ReactElement {
  return (
    <Tooltip
      content={actTooltip(act)}
      relationship={act.hasWords === true && act.hint === undefined ? 'label' : 'description'}
    >
      <ToolbarButton
        className={act.isOn === true ? 'gq-tool gq-tool-on' : 'gq-tool'}
        aria-label={act.label}
        aria-pressed={act.isOn}
        icon={act.icon ?? null}
        disabled={act.isOff}
        onMouseDown={(event) => event.preventDefault()}
        onClick={act.run}
      >
        {act.hasWords === true ? act.label : null}
      </ToolbarButton>
    </Tooltip>
  );
}
