/** Words of the forms of a draft beside package and Word document. */
export const targets = {
  title: '其他格式',
  hint: '供归档、传阅，或发到其他渠道；文字与门户页面一致。',
  name: {
    'page-pdf': '页面 PDF',
    'sign-off-pdf': '稿签 PDF',
    wechat: '公众号',
    text: '纯文本',
  },
  written: {
    'page-pdf': '页面 PDF 已生成',
    'sign-off-pdf': '稿签 PDF 已生成',
    wechat: '公众号网页已生成：用浏览器打开，全选复制到公众号编辑器，再按页上的提示插入图片',
    text: '纯文本已生成',
  },
} as const;
