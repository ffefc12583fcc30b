import {
  ArrowReply20Regular,
  CheckmarkCircle20Regular,
  ClipboardTaskListLtr20Regular,
  Delete20Regular,
  DocumentMultiple20Regular,
  Edit20Regular,
  Send20Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { DraftFilter } from '#shared/ipc/channels/draft.ts';

export const filterIcons: Readonly<Record<DraftFilter, FluentIcon>> = {
  mine: Edit20Regular,
  'to-review': ClipboardTaskListLtr20Regular,
  returned: ArrowReply20Regular,
  'to-publish': Send20Regular,
  published: CheckmarkCircle20Regular,
  all: DocumentMultiple20Regular,
  trash: Delete20Regular,
};
