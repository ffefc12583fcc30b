/**
 * Which fonts to take where one is missing: Word looks for the other names before it guesses (ECMA-376 part 1, 17.8.3.1).
 * Word, WPS and the systems name the same letters differently.
 */
const otherNames: Readonly<Record<string, string>> = {
  方正小标宋简体: 'FZXiaoBiaoSong-B05S,方正小标宋_GBK,FZXiaoBiaoSong-B05,华文中宋,STZhongsong,宋体',
  仿宋_GB2312: '仿宋,FangSong,华文仿宋,STFangsong',
  楷体_GB2312: '楷体,KaiTi,华文楷体,STKaiti',
  黑体: 'SimHei,思源黑体 CN,Noto Sans CJK SC',
  宋体: 'SimSun,Noto Serif CJK SC',
};

export function fontTable(): string {
  const fonts = Object.entries(otherNames).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    '<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>',
    ...fonts,
    '</w:fonts>',
  ].join('');
}
