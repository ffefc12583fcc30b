import type { ChecklistRule } from '#shared/checklist/checklist-source.ts';

/** Words of the checklist before publishing, and of its rules beside house style. */
export const checklist = {
  title: '发布前检查',
  open: '还差 {{errors}} 项错误要改正，{{warnings}} 条警告要改正或说明。',
  ready: '可以生成发布包：没有错误，警告都已处理或说明。',
  group: {
    error: '错误（必须改正）',
    warning: '警告（改正，或说明理由）',
    hint: '提示',
  },
  source: {
    text: '文字与图片',
    leaders: '领导姓名职务',
    boilerplates: '固定用语',
    reviews: '审核',
    publication: '发布时间',
    channels: '渠道',
  },
  waive: '说明理由…',
  takeBack: '收回',
  waived: '保留：{{reason}}（{{name}}，{{time}}）',
  reason: '保留的理由',
  reasonMissing: '请写明理由，至少两个字',
  reasonPlaceholder: '例如：来稿单位确认无误',
  alike: '同类的 {{count}} 条用同一理由',
  keep: '保留这条警告',
  letStand: '保留的警告（{{count}} 条）',
  rehearsal: '巡检预演',
  passed: '{{score}} 分，合格',
  failed: '{{score}} 分，不合格',
  line: '检查项',
  count: '发现',
  points: '扣分',
  veto: '单项否决',
  rehearsalHint:
    '参照国办秘函〔2019〕19号的检查内容，对这一页预先打分。该文件按全站计分，这里的分值是稿签自定的；链接只看地址是否合规，不代替实际访问。',
  inspection: {
    wording: '严重表述错误（领导姓名、职务）',
    privacy: '泄露个人信息',
    unconfirmed: '未核实的内容',
    tags: '页面标签缺失',
    values: '标签内容不当',
    links: '链接地址不可用',
    alt: '图片缺替代文字',
    typos: '文字差错',
  },
} as const;

export const checklistRuleWords = {
  'leader-name': { title: '姓名疑似有误：{{office}}{{found}}', why: '人员表里的{{office}}是{{name}}，请核对姓名。' },
  'leader-office': { title: '职务疑似有误：{{office}}{{name}}', why: '人员表里 {{name}} 在发布当日不任此职，请核对。' },
  'review-missing': { title: '还没有完成三审签发', why: '初审、复审、终审都通过现在的内容后，才能生成发布包。' },
  'comments-open': { title: '还有 {{count}} 条批注没有处理', why: '请逐条处理，或说明为什么可以不处理。' },
  'boilerplate-old': {
    title: '固定用语有新版本：{{title}}',
    why: '稿件里用的是旧文字，请换成新版本，或说明为什么保留。',
  },
  'boilerplate-unknown': {
    title: '固定用语不在单位配置里：{{title}}',
    why: '可能来自别的单位或已停用，请确认文字仍然适用。',
  },
  'planned-past': { title: '计划发布时间已过：{{time}}', why: '页面会标注这个过去的时间，请改正，或说明原因。' },
  'channel-differs': {
    title: '渠道“{{channel}}”的文字与稿件不一致：{{text}}',
    why: '同一篇稿件在各渠道必须说的一样。这是程序的问题，请不要发布并告知维护人员。',
  },
  'wechat-title': {
    title: '公众号标题过长：{{count}} 字',
    why: '公众号标题最多 {{limit}} 字，请缩短，或说明不发公众号。',
  },
  'wechat-digest': { title: '公众号摘要会被截断：{{count}} 字', why: '公众号摘要最多显示 {{limit}} 字。' },
  'wechat-length': {
    title: '公众号正文过长：{{count}} 字',
    why: '公众号正文最多 {{limit}} 字，请分篇，或说明不发公众号。',
  },
} as const satisfies Readonly<Record<ChecklistRule, { readonly title: string; readonly why: string }>>;
