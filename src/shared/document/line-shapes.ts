/** Where a line that was broken by hand is the end of a paragraph. */
export const sentenceEnd = /[。！？…；!?][”’』」）)]*$/u;

/** How the parts of an official text begin (一、（一）1.（1）第一条): after a line that was broken by hand each is a paragraph. */
export const partBegin =
  /^(?:第[一二三四五六七八九十百]{1,4}[章节条]|[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[.．、](?!\d))/u;

/** What 附件说明 begins with (GB/T 9704—2012, 7.3.4), and each of its names but an only one. */
export const attachmentsBegin = /^\s*附件[:：]\s*/u;
export const attachmentNumber = /^\s*(\d{1,2})[.．、](?!\d)\s*/u;
