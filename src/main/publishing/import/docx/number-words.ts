const digits = '零一二三四五六七八九';
const legalSigns: Readonly<Record<string, string>> = {
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
};

/** A number in the form that a list's level asks for (`w:numFmt`, ECMA-376 part 1, 17.18.59). */
export function numberWord(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(value);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return legal(value);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseLegal':
      return digitByDigit(value);
    case 'ideographTraditional':
      return signFrom('甲乙丙丁戊己庚辛壬癸', value);
    case 'ideographZodiac':
      return signFrom('子丑寅卯辰巳午未申酉戌亥', value);
    case 'ideographEnclosedCircle':
      return signFrom('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉', value);
    case 'decimalEnclosedParen':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2473 + value) : `(${String(value)})`;
    case 'decimalEnclosedFullstop':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2487 + value) : `${String(value)}.`;
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'numberInDash':
      return `- ${String(value)} -`;
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerLetter':
      return letter(value);
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'none':
    case 'bullet':
      return '';
    default:
      return String(value);
  }
}

/** As lists count: 十一, 二十, 一百零三; beyond 999 in figures. */
function chinese(value: number): string {
  if (value > 999) return String(value);
  if (value < 10) return digits.charAt(value);
  if (value < 20) return `十${value % 10 === 0 ? '' : digits.charAt(value % 10)}`;
  if (value < 100)
    return `${digits.charAt(Math.floor(value / 10))}十${value % 10 === 0 ? '' : digits.charAt(value % 10)}`;
  const rest = value % 100;
  const tail =
    rest === 0 ? '' : rest < 10 ? `零${digits.charAt(rest)}` : rest < 20 ? `一${chinese(rest)}` : chinese(rest);
  return `${digits.charAt(Math.floor(value / 100))}百${tail}`;
}

/** As sums of money are written: 壹, 拾, 拾壹. */
function legal(value: number): string {
  return chinese(value).replace(/[一二三四五六七八九十百]/gu, (sign) => legalSigns[sign] ?? sign);
}

/** 一〇, as years are written. */
function digitByDigit(value: number): string {
  return String(value).replace(/\d/gu, (digit) => (digit === '0' ? '〇' : digits.charAt(Number(digit))));
}

/** The sign of a row of signs; beyond its end in figures. */
function signFrom(signs: string, value: number): string {
  return signs.charAt(value - 1) || String(value);
}

/** a … z, then aa, bb …, as Word counts. */
function letter(value: number): string {
  return String.fromCodePoint(0x61 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = Math.min(value, 3999);
  return signs
    .map(([worth, sign]) => {
      const times = Math.floor(left / worth);
      left -= times * worth;
      return sign.repeat(times);
    })
    .join('');
}
