import { ToolbarButton, Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';

/** An act of a bar beside a block: a sign with its name. It keeps the focus when it has nothing more to do. */
export function IconAct(props: {
  readonly label: string;
  readonly icon: ReactElement;
  readonly isOff: boolean;
  readonly run: () => void;
}): ReactElement {
  return (
    <Tooltip content={props.label} relationship="label">
      <ToolbarButton
        className="gq-tool"
        appearance="subtle"
        icon={props.icon}
        disabledFocusable={props.isOff}
        onClick={props.run}
      />
    </Tooltip>
  );
}
