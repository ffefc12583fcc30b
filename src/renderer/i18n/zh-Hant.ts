import type { Words } from './words.ts';
import { amend } from './zh-Hant/amend.ts';
import { attachments } from './zh-Hant/attachments.ts';
import { audit } from './zh-Hant/audit.ts';
import { checklist, checklistRuleWords } from './zh-Hant/checklist.ts';
import { compare } from './zh-Hant/compare.ts';
import { commands } from './zh-Hant/commands.ts';
import { trace } from './zh-Hant/trace.ts';
import { boilerplates, drafts, firstStart, metadata, sheet, states } from './zh-Hant/drafts.ts';
import { errors } from './zh-Hant/errors.ts';
import { exchange, lacking, merge } from './zh-Hant/exchange.ts';
import { find } from './zh-Hant/find.ts';
import { health } from './zh-Hant/health.ts';
import { importing } from './zh-Hant/importing.ts';
import { outline } from './zh-Hant/outline.ts';
import { paste } from './zh-Hant/paste.ts';
import { pictures } from './zh-Hant/pictures.ts';
import { jobs, media, person, publish, settings, verify } from './zh-Hant/publish.ts';
import { preview } from './zh-Hant/preview.ts';
import { rescue } from './zh-Hant/rescue.ts';
import { checks, comments, history, review } from './zh-Hant/review.ts';
import { rules } from './zh-Hant/rules.ts';
import { search } from './zh-Hant/search.ts';
import { common, languages, shell, shortcuts, status } from './zh-Hant/shell.ts';
import { similar } from './zh-Hant/similar.ts';
import { trash } from './zh-Hant/trash.ts';
import { targets } from './zh-Hant/targets.ts';
import { uploadTargets, uploads } from './zh-Hant/uploads.ts';
import { windows } from './zh-Hant/windows.ts';
import { word } from './zh-Hant/word.ts';

/** Traditional Chinese. */
export const zhHant = {
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
