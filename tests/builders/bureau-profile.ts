import { attachmentTypeNames } from '#shared/model/attachment.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';

/** A small bureau whose roles are those of the sample signatories. */
export const testProfile: BureauProfile = {
  format: 'gaoqian-bureau-profile',
  version: 1,
  bureau: {
    name: '示例市住房和城乡建设局',
    shortName: '市住建局',
    code: 'SLZJ',
    contactName: '局办公室',
    contactPhone: '0750-1234567',
    contactEmail: 'office@example.gov.cn',
  },
  site: { siteName: '示例市住房和城乡建设局', siteDomain: 'zjj.example.gov.cn', siteIdCode: '4407810001' },
  columns: [{ id: 'news', name: '工作动态', description: '工作动态', keywords: ['住建'], type: '政务动态' }],
  contentSources: ['市住建局'],
  boilerplates: [],
  officeHolders: [],
  filings: [],
  linkAllowList: ['*.gov.cn'],
  roles: [
    { id: 'writer', name: '拟稿人', may: ['write'] },
    { id: 'section-head', name: '股室负责人（初审）', may: ['write', 'review-first'] },
    { id: 'office-head', name: '办公室负责人（复审）', may: ['write', 'review-second'] },
    { id: 'leader', name: '分管领导', may: ['review-final'] },
    { id: 'publisher', name: '信息发布员', may: ['export'] },
  ],
  limits: { headline: 30, listTitle: 20, abstract: 200 },
  attachments: { types: [...attachmentTypeNames], megabytes: 50 },
  captionMark: '▲',
  creditMark: '摄影：',
};
