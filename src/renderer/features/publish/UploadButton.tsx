import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { attempt } from '#renderer/session/report-error.ts';
import type { TargetView } from '#shared/model/upload-target.ts';
import { enqueueUpload } from './publish-acts.ts';

export interface UploadButtonProps {
  readonly packageId: string;
  readonly targets: readonly TargetView[];
  /** It is on its way to another target, or there: this one is named, and no longer the first thing to do. */
  readonly again: boolean;
}

/** Sends a package to a target that has not got it: at once when there is one, from a menu when there are several. */
export function UploadButton({ packageId, targets, again }: UploadButtonProps) {
  const text = useText();
  const appearance = again ? 'secondary' : 'primary';
  const send = (targetId: string) => void attempt(async () => enqueueUpload(packageId, targetId), 'upload');
  const [only, ...others] = targets;
  if (!only) return null;
  if (others.length === 0) {
    return (
      <Button size="small" appearance={appearance} onClick={() => send(only.id)}>
        {again ? text('uploads.toOne', { name: only.name }) : text('publish.upload')}
      </Button>
    );
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance={appearance}>
          {text('uploads.to')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {targets.map((target) => (
            <MenuItem key={target.id} onClick={() => send(target.id)}>
              {target.name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
