import { isWord } from '#src/sql/is-word.ts';
import type { Token } from '#src/sql/tokens.ts';
import type { Explainer, Explanation, ReadFailure } from './failure.ts';
import { isSpokenShow } from './explain-opening.ts';
import { clauseAt, clauses, isPlainWord, placesAround, spanOf, textOf } from './reading.ts';

/** The parts of a query: those that stand twice, too late, under another name, or are not there. */
export const explainParts: Explainer = (failure) => {
  if (failure.error.type === 'Catalog') return topFunction(failure);
  if (failure.error.type !== 'Parser') return undefined;
  return (
    spokenShow(failure) ??
    otherName(failure) ??
    top(failure) ??
    limit(failure) ??
    twice(failure) ??
    noTable(failure) ??
    joined(failure) ??
    queryInside(failure) ??
    namedQuery(failure) ??
    sorting(failure)
  );
};

function spokenShow({ tokens, statement }: ReadFailure): Explanation | undefined {
  const [first, second] = tokens;
  if (!first || !isSpokenShow(statement)) return undefined;
  return {
    message: `“${first.text}” does not start a query that shows rows.`,
    advice: `Write SELECT and the columns to show (* for all), then FROM and a table.`,
    place: spanOf(first, isWord(second, 'ME') && second ? second : first),
  };
}

/** SORT BY, ORDERBY, GROUP_BY and words for WHERE and FROM. */
function otherName(failure: ReadFailure): Explanation | undefined {
  const { tokens, index } = failure;
  for (const at of placesAround(failure, 2)) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token || at === 0) continue;
    if (/^(?:SORT|SORTED|ARRANGE|RANK|ORDERED|SORTING)$/i.test(token.text) && isWord(next, 'BY') && next) {
      return {
        message: `“${textOf(failure, token, next)}” is not SQL’s word for sorting.`,
        advice: 'Write ORDER BY.',
        place: spanOf(token, next),
      };
    }
    const glued = /^(ORDER|GROUP|SORT)[_-]?BY$/i.exec(token.text)?.[1]?.toUpperCase();
    if (glued) {
      const written = glued === 'GROUP' ? 'GROUP BY' : 'ORDER BY';
      return {
        message: `“${token.text}” must be two words.`,
        advice: `Write ${written}${next && isPlainWord(next) ? ` ${next.text}` : ''}.`,
        place: spanOf(token),
      };
    }
    const isCondition =
      isWord(token, 'FOR', 'WHEN', 'IF', 'IN') &&
      !tokens.slice(0, index).some((each) => isWord(each, 'CASE'));
    if (isCondition && clauseAt(tokens, at) === 'FROM' && at >= index - 1) {
      return {
        message: `“${token.text}” does not begin a condition here.`,
        advice: 'Write WHERE in its place.',
        place: spanOf(token),
      };
    }
    if (
      isWord(token, 'OF', 'IN') &&
      isTableNamed(failure, next) &&
      clauseAt(tokens, at) === 'SELECT' &&
      at === index &&
      isPlainWord(next)
    ) {
      return {
        message: `“${token.text}” does not lead to the table.`,
        advice: `Write FROM ${next?.text}.`,
        place: spanOf(token),
      };
    }
  }
  return undefined;
}

function isTableNamed({ tables }: ReadFailure, token: Token | undefined): boolean {
  return tables.some(({ name }) => name.toLowerCase() === token?.text.toLowerCase());
}

function top(failure: ReadFailure): Explanation | undefined {
  const { tokens } = failure;
  for (const at of placesAround(failure, 2, 1)) {
    const [word, count] = [tokens[at], tokens[at + 1]];
    if (!word || !count || !isWord(word, 'TOP', 'FIRST', 'LAST') || count.kind !== 'number') continue;
    return {
      message: `${word.text.toUpperCase()} is not SQL’s word for some of the rows here.`,
      advice: isWord(word, 'LAST')
        ? `Sort the other way round with ORDER BY, and write LIMIT ${count.text} at the end of the query.`
        : `Write LIMIT ${count.text} at the end of the query.`,
      place: spanOf(word, count),
    };
  }
  return undefined;
}

/** TOP(5) passes for a function. */
function topFunction({ error, tokens, index }: ReadFailure): Explanation | undefined {
  const token = tokens[index];
  if (!/^(?:top|first_n)$/i.test(error.name ?? '') || !token) return undefined;
  const count = tokens.slice(index, index + 4).find(({ kind }) => kind === 'number');
  return {
    message: `${token.text} is not SQL’s word for some of the rows here.`,
    advice: `Write LIMIT ${count?.text ?? '5'} at the end of the query.`,
  };
}

function limit({ tokens, index }: ReadFailure): Explanation | undefined {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (before && token && isWord(before, 'LIMIT') && /^(?:to|=|by|top|first|is|:)$/i.test(token.text)) {
    return {
      message: `LIMIT stands straight before its number, without “${token.text}”.`,
      advice: `Write LIMIT ${tokens[index + 1]?.kind === 'number' ? tokens[index + 1]?.text : '5'}.`,
      place: spanOf(before, token),
    };
  }
  const [select, word] = [tokens[index - 3], tokens[index - 2]];
  if (word && isWord(select, 'SELECT') && isWord(word, 'LIMIT') && before) {
    return {
      message: 'LIMIT stands too early.',
      advice: `Write LIMIT ${before.text} at the end of the query.`,
      place: spanOf(word, before),
    };
  }
  return undefined;
}

/** A part that stands twice. */
function twice({ tokens, index }: ReadFailure): Explanation | undefined {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!token || !isWord(token, 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT', 'FROM', 'SELECT'))
    return undefined;
  const word = token.text.toUpperCase();
  if (before && isWord(before, word)) {
    return {
      message: `${word} stands twice in a row.`,
      advice: 'Take one of the two away.',
      place: spanOf(before, token),
    };
  }
  if (word === 'SELECT' || !stands(tokens, index, word)) return undefined;
  const advice: Readonly<Record<string, string>> = {
    WHERE: 'Write AND (both must hold) or OR (one is enough) in place of the second WHERE.',
    HAVING: 'Write AND in place of the second HAVING.',
    ORDER: 'Write a comma in place of the second ORDER BY.',
    GROUP: 'Write a comma in place of the second GROUP BY.',
    LIMIT: 'Keep one of them.',
    FROM: 'For two tables, write JOIN in place of the second FROM.',
  };
  const name = word === 'ORDER' || word === 'GROUP' ? `${word} BY` : word;
  return { message: `A query has only one ${name}.`, ...(advice[word] && { advice: advice[word] }) };
}

/** Whether the same part stands before this place in the same query, in the same brackets. */
function stands(tokens: readonly Token[], index: number, word: string): boolean {
  let depth = 0;
  for (let at = index - 1; at >= 0 && depth >= 0; at--) {
    const token = tokens[at];
    if (token?.text === ')') depth++;
    else if (token?.text === '(') depth--;
    else if (depth === 0 && isWord(token, word)) return true;
    else if (depth === 0 && isWord(token, 'UNION', 'EXCEPT', 'INTERSECT', 'SELECT')) return false;
  }
  return false;
}

function noTable({ tokens, index, tables }: ReadFailure): Explanation | undefined {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!before || !token || !isWord(before, 'FROM', 'JOIN')) return undefined;
  if (isWord(token, 'TABLE')) {
    return {
      message: 'The name of a table stands straight after FROM.',
      advice: `Take “${token.text}” away.`,
    };
  }
  if (!isWord(token, ...clauses, 'ON', 'JOIN', 'UNION')) return undefined;
  const word = before.text.toUpperCase();
  return {
    message: `${word} does not say which table to use.`,
    advice: `Write a table after ${word}, such as ${word} ${tables[0]?.name ?? 'services'}.`,
    place: spanOf(before),
  };
}

/** JOIN without ON, USING without brackets, AND between tables. */
function joined(failure: ReadFailure): Explanation | undefined {
  const { tokens, index } = failure;
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!token || !before) return undefined;
  if (isWord(before, 'USING') && isPlainWord(token)) {
    return {
      message: 'USING needs brackets.',
      advice: `Write USING (${token.text}).`,
      place: spanOf(before, token),
    };
  }
  const part = tokens
    .slice(0, index)
    .findLast((each) => isWord(each, 'JOIN', 'ON', 'USING', 'FROM', 'WHERE'));
  if (isWord(token, 'AND') && isWord(part, 'FROM', 'JOIN')) {
    return {
      message: 'Tables are not joined by AND.',
      advice: `Write JOIN ${tokens[index + 1]?.text ?? '…'} ON and the columns that must be equal.`,
    };
  }
  if (
    part &&
    isWord(part, 'JOIN') &&
    isWord(token, 'WHERE', 'WITH', 'GROUP', 'ORDER', 'LIMIT', 'HAVING', 'JOIN')
  ) {
    return {
      message: 'JOIN does not say how the two tables fit together.',
      advice: `Write ON and the columns that must be equal${isWord(token, 'WITH', 'WHERE') ? ` before “${token.text}” or in its place` : ` before ${token.text}`}.`,
      place: spanOf(part, before),
    };
  }
  if (isWord(token, 'ON') && isWord(part, 'FROM')) {
    return {
      message: 'ON stands too early: no second table is named before it.',
      advice: 'The order is FROM, a table, JOIN, the other table, ON and the columns that must be equal.',
    };
  }
  return undefined;
}

/** A query that is part of another one, without brackets. */
function queryInside({ tokens, index }: ReadFailure): Explanation | undefined {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!before || !isWord(token, 'SELECT') || !token) return undefined;
  if (!isWord(before, 'IN', 'EXISTS', 'ANY', 'ALL', 'AS') && !/^(?:=|<|>|<=|>=|<>|!=)$/.test(before.text))
    return undefined;
  return {
    message: 'A query inside another query needs brackets.',
    advice: `Write ( before this SELECT and ) where that query ends.`,
  };
}

function namedQuery(failure: ReadFailure): Explanation | undefined {
  const { tokens, index } = failure;
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!isWord(tokens[0], 'WITH')) return undefined;
  if (token && before?.text === ',' && isWord(token, 'SELECT')) {
    return {
      message: 'There is a comma before the last SELECT, but no further named query follows it.',
      advice: 'Take the comma away.',
      place: spanOf(before),
    };
  }
  if (token && isWord(token, 'WITH') && before?.text === ')') {
    return {
      message: 'WITH stands only once, before the first named query.',
      advice: 'Write a comma in place of the second WITH.',
    };
  }
  const last = tokens.at(-1);
  if (!token && last?.text === ')' && tokens[1]) {
    return {
      message: `The query stops after “${tokens[1].text}” was named: nothing uses it.`,
      advice: `Write SELECT * FROM ${tokens[1].text} after the last bracket.`,
      place: spanOf(last),
    };
  }
  return undefined;
}

/** ORDER BY DESC x, ORDER IN, DESCENDING, and a set operation after ORDER BY. */
function sorting({ tokens, index }: ReadFailure): Explanation | undefined {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!token || !before || clauseAt(tokens, index) !== 'ORDER') return undefined;
  if (isWord(token, 'UNION', 'EXCEPT', 'INTERSECT')) {
    return {
      message: `ORDER BY stands too early: it comes after the last query that ${token.text.toUpperCase()} joins.`,
      advice: 'Move ORDER BY to the very end.',
    };
  }
  if (isWord(before, 'BY') && isWord(token, 'DESC', 'ASC')) {
    return {
      message: `${token.text.toUpperCase()} comes after the column, not before it.`,
      advice: `Write ORDER BY ${tokens[index + 1]?.text ?? '…'} ${token.text.toUpperCase()}.`,
    };
  }
  const down = /^(?:desc\w+|down\w*|highest|largest|biggest|most|reverse\w*|decreasing)$/i.test(token.text);
  if (
    (down && !isWord(token, 'DESC')) ||
    /^(?:asc\w+|up|lowest|smallest|least|increasing)$/i.test(token.text)
  ) {
    return {
      message: `SQL does not know “${token.text}” for the way to sort.`,
      advice: down ? 'Write DESC for the largest first.' : 'Write ASC for the smallest first.',
    };
  }
  if (isWord(before, 'ORDER') && isWord(token, 'IN')) {
    return {
      message: 'ORDER must be followed by BY.',
      advice: 'Write ORDER BY and a column, then DESC for the largest first.',
      place: spanOf(before, token),
    };
  }
  return undefined;
}
