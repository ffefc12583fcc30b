import type { Words } from './words.ts';
import { amend } from './en/amend.ts';
import { attachments } from './en/attachments.ts';
import { audit } from './en/audit.ts';
import { checklist, checklistRuleWords } from './en/checklist.ts';
import { compare } from './en/compare.ts';
import { commands } from './en/commands.ts';
import { trace } from './en/trace.ts';
import { boilerplates, drafts, firstStart, metadata, sheet, states } from './en/drafts.ts';
import { errors } from './en/errors.ts';
import { exchange, lacking, merge } from './en/exchange.ts';
import { find } from './en/find.ts';
import { health } from './en/health.ts';
import { importing } from './en/importing.ts';
import { outline } from './en/outline.ts';
import { paste } from './en/paste.ts';
import { pictures } from './en/pictures.ts';
import { jobs, media, person, publish, settings, verify } from './en/publish.ts';
import { preview } from './en/preview.ts';
import { rescue } from './en/rescue.ts';
import { checks, comments, history, review } from './en/review.ts';
import { rules } from './en/rules.ts';
import { search } from './en/search.ts';
import { common, languages, shell, shortcuts, status } from './en/shell.ts';
import { similar } from './en/similar.ts';
import { trash } from './en/trash.ts';
import { targets } from './en/targets.ts';
import { uploadTargets, uploads } from './en/uploads.ts';
import { windows } from './en/windows.ts';
import { word } from './en/word.ts';

/** English. */
export const en = {
  common,
  shell,
  status,
  languages,
  shortcuts,
  commands,
  firstStart,
  drafts,
  trash,
  similar,
  states,
  sheet,
  metadata,
  attachments,
  boilerplates,
  importing,
  review,
  comments,
  history,
  compare,
  exchange,
  lacking,
  merge,
  trace,
  amend,
  audit,
  checklist,
  checks: { ...checks, ...rules, ...checklistRuleWords },
  media,
  paste,
  pictures,
  preview,
  publish,
  find,
  outline,
  search,
  health,
  rescue,
  jobs,
  verify,
  uploads,
  uploadTargets,
  settings,
  person,
  targets,
  windows,
  word,
  errors,
} as const satisfies Words;
