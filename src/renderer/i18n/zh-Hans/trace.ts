export const trace = {
  title: '这句话的来历',
  none: '这句话从第一版起没有改过。',
  written: '写下',
  changed: '改动',
  unkept: '还没有留版',
} as const;
