/**
 * One value as the page shows it. Integers and floats are numbers while a JavaScript number holds them exactly,
 * else text; decimals keep their scale as text; dates and times are ISO text; NaN and infinities are text; lists,
 * structs, intervals and blobs are DuckDB's own text form.
 */
export type Cell = null | boolean | number | string;
