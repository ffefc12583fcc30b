import type { Words } from '../words.ts';

export const trace = {
  title: '這句話的來歷',
  none: '這句話從第一版起沒有改過。',
  written: '寫下',
  changed: '改動',
  unkept: '還沒有留版',
} as const satisfies Words['trace'];
