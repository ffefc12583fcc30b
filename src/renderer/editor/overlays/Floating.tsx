import { Portal } from '@fluentui/react-components';
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { useEffect, useEffectEvent } from 'react';
import type { Placing, Target } from './place-beside.ts';
import type { SheetPart } from './use-floating.ts';
import { useFloating } from './use-floating.ts';

interface FloatingProps {
  readonly editor: SheetPart;
  readonly target: () => Target | null;
  readonly placing: Placing;
  /** For boxes that are a dialog of their own. */
  readonly dialogLabel?: string;
  /** Presses leave the focus in the words. */
  readonly keepsFocus?: boolean;
  /** Escape while the focus is inside; comes before tooltips and everything else. */
  readonly onEscape?: () => void;
  /** A press anywhere else. */
  readonly onPressOutside?: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A box beside words of the sheet, drawn outside it. */
export function Floating(props: FloatingProps): ReactElement {
  return (
    <Portal>
      <FloatingBox {...props} />
    </Portal>
  );
}

/** A component of its own, for a portal draws its children only after its own first drawing. */
function FloatingBox(props: FloatingProps): ReactElement {
  const { editor, target, placing, dialogLabel, className, children } = props;
  const box = useFloating<HTMLDivElement>(editor, target, placing);
  const escape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || !props.onEscape) return;
    if (box.current?.contains(document.activeElement) !== true) return;
    event.preventDefault();
    event.stopPropagation();
    props.onEscape();
  });
  const press = useEffectEvent((event: PointerEvent) => {
    if (event.target instanceof Node && box.current?.contains(event.target) !== true) props.onPressOutside?.();
  });
  useEffect(() => {
    const key = (event: KeyboardEvent): void => escape(event);
    const pointer = (event: PointerEvent): void => press(event);
    window.addEventListener('keydown', key, true);
    window.addEventListener('pointerdown', pointer, true);
    return () => {
      window.removeEventListener('keydown', key, true);
      window.removeEventListener('pointerdown', pointer, true);
    };
  }, []);
  return (
    <div
      ref={box}
      className={className === undefined ? 'gq-floating' : `gq-floating ${className}`}
      {...(dialogLabel === undefined ? {} : { role: 'dialog', 'aria-label': dialogLabel })}
      {...(props.keepsFocus === true ? { onMouseDown: keepFocus } : {})}
    >
      {children}
    </div>
  );
}

function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
