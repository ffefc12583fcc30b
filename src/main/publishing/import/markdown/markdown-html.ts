import { Marked, Tokenizer, type Token, type TokenizerObject, type Tokens } from 'marked';
import { dataTableClass } from '../html/read-table.ts';
import type { ConversionNotes } from '../html/notes.ts';

/** Tokens that were written with marks. */
const marked = new Set('heading list_item blockquote table hr strong em del link image code codespan'.split(' '));
const highest = 2;
/** Quotes and lists inside each other: the lexer calls itself for each, and nobody nests so deep. */
const deepest = 30;
/** An answer that stands in a block of code, as tools give it when they are asked for Markdown. */
const fenced = /^ {0,3}(`{3,})(?:markdown|md)[ \t]*\n([^]*?)\n {0,3}\1[ \t]*$/gimu;

/**
 * HTML of a Markdown text, for the one reader of HTML: marks of blocks by GitHub's rules, emphasis by one for Chinese. No word goes: tags stand as words, lines stay apart, items keep their numbers. What was a mark
 * is counted in `notes`.
 */
export function markdownHtml(text: string, notes: ConversionNotes): string {
  const tokens = markdown.lexer(text.replace(fenced, '$2'));
  raiseHeadings(tokens);
  void markdown.walkTokens(tokens, (token) => {
    if (marked.has(token.type)) notes.add('markdown', token.raw.split('\n')[0]);
  });
  return markdown.parser(tokens);
}

/** Chat tools begin with `###`; the sheet with its highest heading. */
function raiseHeadings(tokens: readonly Token[]): void {
  const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
  const raise = Math.min(...headings.map(({ depth }) => depth)) - highest;
  if (raise > 0) for (const heading of headings) heading.depth -= raise;
}

let depth = 0;

/** Marks that lie deeper stay words. */
function nested<Found>(read: () => Found): Found | undefined {
  if (depth >= deepest) return undefined;
  depth += 1;
  try {
    return read();
  } finally {
    depth -= 1;
  }
}

function none(): undefined {
  return undefined;
}

/** What is no Markdown in a text for people: indents, lines under lines, addresses and tags stay the words that they are. */
const tokenizer: TokenizerObject = {
  code: none,
  lheading: none,
  def: none,
  html: none,
  url: none,
  reflink: none,
  blockquote(src) {
    return nested(() => Tokenizer.prototype.blockquote.call(this, src));
  },
  list(src) {
    return nested(() => Tokenizer.prototype.list.call(this, src));
  },
  tag(src) {
    return /^<br\s*\/?>/iu.test(src) ? false : undefined;
  },
  del(src) {
    const [raw, text = ''] = /^~~(?=\S)([^~\n]*[^\s~])~~/u.exec(src) ?? [];
    return raw === undefined ? undefined : { type: 'del', raw, text, tokens: this.lexer.inlineTokens(text) };
  },
  /** CommonMark's own rule takes `**“重点”**工作` for words, as it asks for blanks that Chinese does not have. */
  emStrong(src, _masked, before = '') {
    const strong = /^(\*{2,3})(?![\s*])([^\n]*?[^\s*])\1(?!\*)/u.exec(src);
    if (strong) return emphasis('strong', strong, this);
    const weak = /^(\*)(?![\s*])([^*\n]*[^\s*])\*(?![*\dA-Za-z])/u.exec(src);
    return weak && !/[*\dA-Za-z]$/u.test(before) ? emphasis('em', weak, this) : undefined;
  },
};

function emphasis(
  type: 'strong' | 'em',
  [raw, , text = '']: RegExpExecArray,
  { lexer }: { readonly lexer: { inlineTokens(text: string): Token[] } },
): Tokens.Strong | Tokens.Em {
  return { type, raw, text, tokens: lexer.inlineTokens(text) };
}

const markdown = new Marked({
  gfm: true,
  breaks: true,
  tokenizer,
  renderer: {
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    listitem(item) {
      const number = /^\s*(\d{1,9})[.)]/u.exec(item.raw)?.[1];
      const value = number === undefined ? '' : ` value="${Number(number)}"`;
      return `<li${value}>${this.parser.parse(item.tokens)}</li>\n`;
    },
    table(table) {
      const rows = [table.header, ...table.rows].map((cells) =>
        this.tablerow({ text: cells.map((cell) => this.tablecell(cell)).join('') }),
      );
      return `<table class="${dataTableClass}">${rows.join('')}</table>\n`;
    },
  },
});
