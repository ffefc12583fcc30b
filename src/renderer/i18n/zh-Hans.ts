import { amend } from './zh-Hans/amend.ts';
import { attachments } from './zh-Hans/attachments.ts';
import { audit } from './zh-Hans/audit.ts';
import { checklist, checklistRuleWords } from './zh-Hans/checklist.ts';
import { compare } from './zh-Hans/compare.ts';
import { commands } from './zh-Hans/commands.ts';
import { trace } from './zh-Hans/trace.ts';
import { boilerplates, drafts, firstStart, metadata, sheet, states } from './zh-Hans/drafts.ts';
import { errors } from './zh-Hans/errors.ts';
import { exchange, lacking, merge } from './zh-Hans/exchange.ts';
import { find } from './zh-Hans/find.ts';
import { health } from './zh-Hans/health.ts';
import { importing } from './zh-Hans/importing.ts';
import { outline } from './zh-Hans/outline.ts';
import { paste } from './zh-Hans/paste.ts';
import { pictures } from './zh-Hans/pictures.ts';
import { jobs, media, person, publish, settings, verify } from './zh-Hans/publish.ts';
import { preview } from './zh-Hans/preview.ts';
import { rescue } from './zh-Hans/rescue.ts';
import { checks, comments, history, review } from './zh-Hans/review.ts';
import { rules } from './zh-Hans/rules.ts';
import { search } from './zh-Hans/search.ts';
import { common, languages, shell, shortcuts, status } from './zh-Hans/shell.ts';
import { similar } from './zh-Hans/similar.ts';
import { trash } from './zh-Hans/trash.ts';
import { targets } from './zh-Hans/targets.ts';
import { uploadTargets, uploads } from './zh-Hans/uploads.ts';
import { windows } from './zh-Hans/windows.ts';
import { word } from './zh-Hans/word.ts';

/** Simplified Chinese: the language of the house, and the shape that the others must have. */
export const zhHans = {
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
} as const;
