import { tokenise } from '#src/sql/tokens.ts';
import { clauseRule, toItems, toSelect } from './clauses.ts';
import { rewriteWords } from './name-rules.ts';
import type { RewriteRule } from './rewrite-rule.ts';

/** A rule on the text as it was typed. */
function textRule(name: string, write: (sql: string) => string | undefined): RewriteRule {
  return {
    name,
    async apply({ sql }) {
      const text = write(sql.trim().replace(/;$/, ''));
      return text === undefined || text === sql ? [] : [text];
    },
  };
}

/** The tokens of a text, each changed, with one thing between them. */
function joinTokens(sql: string, between: string): string {
  return tokenise(sql)
    .filter(({ kind }) => kind !== 'comment')
    .map(({ text }) => text)
    .join(between);
}

/** The same text in other letters, spacing and comments, and other spellings of one sign. */
export const textRules: readonly RewriteRule[] = [
  textRule('lower-case', (sql) => rewriteWords(sql, (word) => word.toLowerCase())),
  textRule('upper-case', (sql) => rewriteWords(sql, (word) => word.toUpperCase())),
  textRule('each-token-on-a-line', (sql) => joinTokens(sql, '\r\n\t')),
  textRule('comments-between', (sql) => joinTokens(sql, ' /* "note\'; */ ')),
  textRule('comments-around', (sql) => `-- ORDER BY 1; it's mine\n${sql}\n-- done /*`),
  textRule('semicolons-after', (sql) => `${sql} ;;\n;`),
  textRule('in-brackets', (sql) => `(${sql}\n)`),
  textRule('other-unequal-sign', (sql) => {
    const swapped: Readonly<Record<string, string>> = { '<>': '!=', '!=': '<>' };
    const texts = tokenise(sql).map(({ text }) => text);
    return texts.some((text) => text in swapped)
      ? texts.map((text) => swapped[text] ?? text).join(' ')
      : undefined;
  }),
  textRule('double-equal-sign', (sql) => {
    const texts = tokenise(sql).map(({ text }) => text);
    return texts.includes('=') ? texts.map((text) => (text === '=' ? '==' : text)).join(' ') : undefined;
  }),
  textRule('without-as', (sql) => {
    const tokens = tokenise(sql);
    const isAlias = (index: number) =>
      /^as$/i.test(tokens[index]?.text ?? '') && /^[\p{L}_"]/u.test(tokens[index + 1]?.text ?? '');
    const inCast = /\bcast\b|\bwith\b/i.test(sql);
    return inCast || !tokens.some((_token, index) => isAlias(index))
      ? undefined
      : tokens
          .filter((_token, index) => !isAlias(index))
          .map(({ text }) => text)
          .join(' ');
  }),
  clauseRule('from-first', (clauses) => {
    const select = `${clauses.distinct ? 'DISTINCT ' : ''}${toItems(clauses)}`;
    return toSelect(clauses).replace(
      `SELECT ${select} FROM ${clauses.from}`,
      () => `FROM ${clauses.from} SELECT ${select}`,
    );
  }),
  clauseRule('select-all-spelt-out', (clauses) =>
    clauses.distinct ? undefined : toSelect(clauses, { select: `ALL ${toItems(clauses)}` }),
  ),
];
