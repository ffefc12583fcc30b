import { toldApart } from './event-marks.ts';
import { hanShingle, type EventPrint } from './event-print.ts';

/**
 * Pairs in which every second release of a housing bureau is told. They say what kind of news it is, not which; a store
 * with few drafts in it cannot know that by itself.
 */
const houseWords =
  '市住 住建 建局 住房 房和 和城 城乡 乡建 建设 设局 我市 全市 本市 市民 群众 镇街 街道 工作 开展 组织 召开 会议 推进 进会 举行 举办 ' +
  '活动 启动 仪式 检查 安全 全检 排查 整改 隐患 行动 专项 部署 落实 加强 进一 一步 下一 步工 通知 关于 公布 名单 通报 情况 日前 近日 ' +
  '连日 日来 上午 下午 为做 做好 市级 单位 企业 负责 责人 干部 职工 部门 联合 在建 建项 项目 工程 建筑 施工 工地 现场 正式 完成 ' +
  '通过 今年 年度 党组 书记 局长 领导 参加 培训 培训 训班 宣传 要求 强调 听取 汇报 全面 有关 提升 管理 服务 质量 有限 公司';

const common = new Set(houseWords.split(' ').map(hanShingle));

/** The store counts as so many releases more, in which a house word stands in every third and any other in one. */
const assumed = { releases: 150, common: 50, rare: 1 } as const;

/** How much a shingle tells: the fewer of all releases have it, the more. */
export function shingleWeight(shingle: number, seenIn: number, releases: number): number {
  const known = seenIn + (common.has(shingle) ? assumed.common : assumed.rare);
  return Math.log((releases + assumed.releases + 1) / (known + 1));
}

/** From so much on two releases are told of as perhaps one event. */
export const likelyOneEvent = 0.3;

/**
 * How much of what two releases tell is told by both, 0 to 1 (Dice over weighted shingles); 0 where they name different
 * years, batches or quarters, and half where only their days differ.
 * @param seenIn in how many of the releases of the store a shingle of `own` stands
 */
export function eventLikeness(
  own: EventPrint,
  other: EventPrint,
  store: { readonly releases: number; seenIn(shingle: number): number },
): number {
  const apart = toldApart(own.marks, other.marks);
  if (apart === 'always') return 0;
  const weigh = (shingle: number): number => shingleWeight(shingle, store.seenIn(shingle), store.releases);
  const shared = sharedShingles(own.shingles, other.shingles).reduce((sum, shingle) => sum + weigh(shingle), 0);
  // Of what the other one alone has, the store is not asked: it counts as rare as it can be.
  const alike = (2 * shared) / (total(own.shingles, weigh) + total(other.shingles, weigh));
  return apart === 'perhaps' ? alike / 2 : alike;
}

function total(shingles: Uint32Array, weigh: (shingle: number) => number): number {
  let sum = 0;
  for (const shingle of shingles) sum += weigh(shingle);
  return sum;
}

/** What stands in both; the lists are ascending. Runs for every print of the store: it makes nothing but its answer. */
export function sharedShingles(a: Uint32Array, b: Uint32Array): number[] {
  const shared: number[] = [];
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const one = a[left] ?? 0;
    const other = b[right] ?? 0;
    if (one === other) shared.push(one);
    if (one <= other) left += 1;
    if (one >= other) right += 1;
  }
  return shared;
}
