import { Button } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useRef } from 'react';

interface PictureButtonProps {
  readonly children?: ReactNode;
  readonly label?: string;
  readonly icon?: ReactElement;
  readonly appearance: 'subtle' | 'primary' | 'secondary';
  readonly size: 'small' | 'medium';
  readonly multiple: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export const pictureFileTypes =
  'image/jpeg,image/png,image/webp,image/gif,image/tiff,image/heic,.heic,.heif,.tif,.tiff';

/** A button that lets the person choose pictures from the computer. */
export function PictureButton(props: PictureButtonProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        appearance={props.appearance}
        size={props.size}
        icon={props.icon ?? null}
        aria-label={props.label}
        onClick={() => input.current?.click()}
      >
        {props.children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={pictureFileTypes}
        multiple={props.multiple}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) props.onFiles(files);
        }}
      />
    </>
  );
}
