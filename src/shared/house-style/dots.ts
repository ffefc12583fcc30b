import { protectedUnits } from './protected-spans.ts';

/**
 * Characters that foreign and Uyghur, Kazakh or Mongol names are written with in Chinese, after the Xinhua News Agency's tables of
 * transcription, without those that stand in many other words as well.
 */
const transcribing =
  '阿埃艾安昂奥巴芭拜班邦鲍贝比彼宾波伯博布察查茨楚措达黛戴丹德登邓迪蒂丁杜敦顿厄恩尔法凡菲费芬冯佛夫弗福盖甘冈戈哥格葛贡古瓜哈海翰豪赫亨洪胡惠霍基吉季济加伽贾杰津卡凯坎康考柯科克肯孔库宽奎昆拉腊莱赖兰郎朗劳勒雷蕾黎李里利莉丽廉列林琳卢鲁吕伦罗洛玛迈麦曼芒梅蒙米密敏缪摩莫默姆木穆娜纳奈内尼涅宁纽努诺欧帕派潘庞佩彭皮珀普朴浦齐奇契恰乔切钦琴丘屈冉热茹儒瑞撒萨塞赛桑瑟森莎沙珊绍舍申施什史舒朔斯孙索塔泰坦汤唐陶特滕铁廷图吐托陀瓦旺威韦维魏温翁沃乌伍西希锡夏肖歇谢辛欣雪逊雅亚延尧耶叶伊依因英尤约扎詹珍芝治兹孜佐';
const nameEnd = new RegExp(`[${transcribing}]{2,8}$`, 'u');
const nameStart = new RegExp(`^[${transcribing}]{2,8}`, 'u');

const dot = /(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu;
/** `一.总体要求`: which sign belongs behind a number is the writer's. */
const numbering = /(?:^|\n)\s*[（(]?第?[零一二三四五六七八九十百]+[）)]?$/u;

/** A half-width stop straight between two Han. */
export interface Dot {
  readonly at: number;
  /** `乔治.布什`: what stands at its sides can only be a name, which takes 间隔号 (GB/T 15834—2011, 4.14). */
  readonly isInName: boolean;
}

export function isInName(text: string, at: number): boolean {
  return nameEnd.test(text.slice(Math.max(0, at - 8), at)) && nameStart.test(text.slice(at + 1, at + 9));
}

/** Whether a name may end before `at`: what follows decides between the end of a sentence and the middle of a name. */
export function mayEndName(text: string, at: number): boolean {
  return nameEnd.test(text.slice(Math.max(0, at - 8), at));
}

export function findDots(text: string): readonly Dot[] {
  const guarded = protectedUnits(text);
  return [...text.matchAll(dot)]
    .map(({ index }) => index)
    .filter((at) => !guarded[at] && !numbering.test(text.slice(0, at)))
    .map((at) => ({ at, isInName: isInName(text, at) }));
}
