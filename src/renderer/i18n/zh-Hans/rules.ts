import type { RuleName } from '#shared/house-style/rule.ts';

/** One entry for each house-style rule: a short title and why it matters. Filled with the finding's params. */
export const rules = {
  'metadata-required': { title: '缺少{{field}}', why: '政府网站页面应当标明这一项（国办发〔2017〕47号）。' },
  'metadata-value': { title: '{{field}}不合格式', why: '现在填的是“{{text}}”，页面上不能这样用，请改正。' },
  'headline-length': { title: '标题过长：{{count}} 字', why: '标题以 {{limit}} 字以内为宜，过长在列表里会被截断。' },
  'list-title-length': {
    title: '列表标题过长：{{count}} 字',
    why: '列表标题以 {{limit}} 字以内为宜，过长会被门户的列表截断。',
  },
  'abstract-length': { title: '摘要过长：{{count}} 字', why: '摘要以 {{limit}} 字以内为宜。' },
  'picture-missing': { title: '图片还没有放入', why: '说明已经写好，请放入对应的照片。' },
  'picture-small': { title: '图片偏小：宽 {{width}} 像素', why: '宽度不足 800 像素，页面上可能不清楚。' },
  'picture-twice': { title: '与本稿图 {{figures}} 相同或相近', why: '同一画面在一篇稿件里出现两次，请确认是否需要。' },
  'picture-used': { title: '此图 {{month}} 已用于《{{headline}}》', why: '读者可能见过这张图，请确认是否合适。' },
  'picture-in-draft': { title: '此图也在稿件《{{headline}}》中', why: '两篇都发布时，同一张图会出现两次。' },
  'picture-alike': { title: '与《{{headline}}》的图相近', why: '画面相近的图 {{month}} 用在那篇里，请确认是否重复。' },
  'caption-missing': { title: '缺图片说明', why: '每张图片都要写明时间、地点、人物或事件。' },
  'caption-hidden': { title: '图片说明已隐藏', why: '说明保留在稿件里，但读者看不到；需要说明时请恢复显示。' },
  'caption-full-stop': { title: '图片说明末尾有句号', why: '说明是短语时，末尾不用句号。' },
  'credit-missing': { title: '缺摄影署名', why: '请写明摄影者或图片来源。' },
  'alt-missing': { title: '缺替代文字', why: '读屏用户看不到图片内容，可由图片说明生成。' },
  'table-wide': {
    title: '表格过宽：{{columns}} 列',
    why: '估计至少要 {{width}} 字宽，门户版心约 {{limit}} 字，会挤成一字一行。请减少列数、缩短用语，或拆成两张表。',
  },
  'to-confirm': { title: '【待核】{{text}}', why: '还没有核实，核实前不能生成发布包。' },
  'external-link': { title: '站外链接 {{host}}', why: '读者点开时，门户会先提示即将离开本网站。' },
  'link-refused': { title: '链接地址不能用', why: '可用 http、https、邮件和电话地址，请改正或取消链接。' },
  'pinyin-residue': { title: '误留的拼音 {{text}}', why: '多半是网页转换时留下的，应当去掉。' },
  'half-width-punctuation': { title: '半角标点 {{text}}', why: '汉字之间应使用全角标点（GB/T 15834—2011）。' },
  'dot-between-han': {
    title: '汉字之间的半角点“{{text}}”',
    why: '外国人名、少数民族人名中间用“·”，句子结束用“。”（GB/T 15834—2011）。',
  },
  'blank-beside-stop': { title: '标点旁多了空格：{{text}}', why: '汉字之间的标点前后不空格（GB/T 15834—2011）。' },
  'id-number': { title: '疑似身份证号 {{text}}', why: '公开页面不得泄露个人信息，请删去或遮盖。' },
  'mobile-number': { title: '疑似手机号 {{text}}', why: '公开页面一般不写个人手机号，请确认可以公开。' },
} as const satisfies Readonly<Record<RuleName, { readonly title: string; readonly why: string }>>;
