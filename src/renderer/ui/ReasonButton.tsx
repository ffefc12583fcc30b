import { Button, Tooltip, type ButtonProps } from '@fluentui/react-components';

/** A button that is off while there is a reason, and says it to the pointer, the keyboard and screen readers. */
export function ReasonButton({ reason, ...props }: ButtonProps & { readonly reason: string | undefined }) {
  const button = <Button {...props} disabledFocusable={reason !== undefined} />;
  if (reason === undefined) return button;
  return (
    <Tooltip content={reason} relationship="description">
      {button}
    </Tooltip>
  );
}
