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
    links: '链接',
    attachments: '附件',
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
  'link-malformed': { title: '链接打不开：{{text}}', why: '地址写得不完整或带进了标点：{{url}}。请改正或取消链接。' },
  'link-inside': { title: '内网地址：{{text}}', why: '读者打不开，也会暴露内部网络：{{url}}。请换成公开的地址。' },
  'link-test': { title: '示例地址：{{text}}', why: '{{url}} 是留给举例用的域名，不会有真的网页。请换成真实地址。' },
  'link-short': { title: '短链接：{{text}}', why: '读者看不出通向哪里，服务停了链接就断：{{url}}。请用完整的地址。' },
  'link-fleeting': {
    title: '临时链接：{{text}}',
    why: '这是限时有效的地址，过后会打不开：{{url}}。请用长期有效的地址。',
  },
  'attachment-missing': { title: '附件不在本机：{{name}}', why: '文件已损坏或不在资料库里，请移除后重新加入。' },
  'attachment-type': { title: '附件类型不在允许之列：{{name}}', why: '单位配置不允许发布这类文件，请换一种格式。' },
  'attachment-large': { title: '附件太大：{{name}}（{{size}}）', why: '每个附件不超过 {{limit}}，请压缩或拆分。' },
  'attachments-large': { title: '附件合计太大：{{size}}', why: '全部附件不超过 {{limit}}，否则装不进一个发布包。' },
  'attachment-twice': { title: '两个附件同名：{{name}}', why: '读者分不清，请改名，或说明为什么保留。' },
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
