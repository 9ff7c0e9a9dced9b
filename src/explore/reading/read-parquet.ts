import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import type { FileMetaData, SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { countWords } from '#src/words/count-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { FileProblem } from '../own-table.ts';
import type { OwnType, ReadingStep } from '../own-table.ts';
import { packRows, TypedText } from './pack-rows.ts';
import type { ReadTable } from './read-result.ts';
import { placesInOrder } from '../row-places.ts';

const mostRows = 2_000_000;
const onlyTable = 'rows';

/** Rows from a Parquet file. Throws a FileProblem when it is none, is broken or holds too many rows. */
export async function readParquet(content: Uint8Array<ArrayBuffer>): Promise<ReadTable> {
  const { headings, rows, steps } = await readRows(toBuffer(content));
  const look = [headings, ...rows.slice(0, 3).map((row) => row.map((value) => toLookText(value)))];
  return {
    ...packRows({ headings, rows, textMayBeFigures: false }),
    delimiter: ',',
    notes: [],
    remarks: [],
    steps,
    tables: [
      { id: onlyTable, name: 'Rows', rowCount: rows.length, look: look.map((row) => row.slice(0, 6)) },
    ],
    table: onlyTable,
    places: placesInOrder('row'),
  };
}

async function readRows(content: ArrayBuffer) {
  try {
    const metadata = await parquetMetadataAsync(content);
    const rowCount = Number(metadata.num_rows);
    if (rowCount > mostRows) {
      throw new FileProblem(
        `This file holds ${numberWords(rowCount)} rows. Up to ${numberWords(mostRows)} rows of Parquet can be read here: save fewer rows and choose it again.`,
      );
    }
    const elements = parquetSchema(metadata).children.map(({ element }) => element);
    const headings = elements.map(({ name }) => name);
    const converters = elements.map(toConverter);
    const exact = keepDecimals(metadata, elements);
    const parsers = toParsers();
    const objects = await parquetReadObjects({ file: content, metadata: exact, compressors, parsers });
    const rows = objects.map((object) =>
      headings.map((heading, index) => converters[index]?.(object[heading]) ?? object[heading]),
    );
    return { headings, rows, steps: [...toNanoStep(elements), ...toZoneStep(elements)] };
  } catch (cause) {
    if (cause instanceof FileProblem) throw cause;
    if (/not supported|unsupported/i.test(String(cause))) {
      throw new FileProblem(
        'This Parquet file holds a kind of column that cannot be read here. Save it without that column, or as CSV, then choose it.',
        { cause },
      );
    }
    throw new FileProblem(
      'This file cannot be read as Parquet: it is broken or not whole. Make it again or download it again, then choose it.',
      { cause },
    );
  }
}

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}

/** Moments to the microsecond: a Date of JavaScript ends at the millisecond. */
function toParsers() {
  return {
    timestampFromMilliseconds: (millis: bigint) => toMoment(BigInt(millis) * 1000n),
    timestampFromMicroseconds: (micros: bigint) => toMoment(BigInt(micros)),
    timestampFromNanoseconds: (nanos: bigint) => toMoment(BigInt(nanos) / 1000n),
    // The bytes of decimals, which the reader would make numbers of.
    geographyFromBytes: (bytes: Uint8Array | undefined) => bytes as never,
  };
}

const microsInDay = 86_400_000_000n;

function toMoment(micros: bigint): TypedText {
  const rest = ((micros % microsInDay) + microsInDay) % microsInDay;
  const day = new Date(Number((micros - rest) / 1000n));
  const date = Number.isNaN(day.getTime()) ? undefined : day.toISOString().slice(0, 10);
  return date === undefined
    ? new TypedText('VARCHAR', String(micros))
    : new TypedText('TIMESTAMP', `${date} ${toClock(rest)}`);
}

function toClock(micros: bigint): string {
  const seconds = micros / 1_000_000n;
  const parts = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) =>
    String(part).padStart(2, '0'),
  );
  const rest = micros % 1_000_000n;
  return parts.join(':') + (rest === 0n ? '' : `.${String(rest).padStart(6, '0')}`);
}

/** The same file as described to the reader, but with the digits of its decimals and the bytes of its lengths of time as they are. */
function keepDecimals(metadata: FileMetaData, elements: readonly SchemaElement[]): FileMetaData {
  const schema = metadata.schema.map((element) => {
    if (!elements.includes(element) || !(isDecimal(element) || isInterval(element))) return element;
    const { converted_type: _type, logical_type: _logical, ...rest } = element;
    const isBytes = element.type === 'FIXED_LEN_BYTE_ARRAY' || element.type === 'BYTE_ARRAY';
    return isBytes ? ({ ...rest, logical_type: { type: 'GEOGRAPHY' } } as SchemaElement) : rest;
  });
  return { ...metadata, schema };
}

const isInterval = ({ converted_type, num_children }: SchemaElement) =>
  num_children === undefined && converted_type === 'INTERVAL';

const isDecimal = ({ converted_type, logical_type, num_children }: SchemaElement) =>
  num_children === undefined && (converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL');

/** Makes of what the reader gives for a column what it says there; undefined where that is so already. */
function toConverter(element: SchemaElement): ((value: unknown) => TypedText | undefined) | undefined {
  if (isDecimal(element)) {
    const { precision = 38, scale = 0 } = element;
    const type: OwnType = `DECIMAL(${Math.min(precision, 38)},${scale})`;
    return (value) => {
      const digits = toWhole(value);
      return digits === undefined ? undefined : new TypedText(type, toDecimalText(digits, scale));
    };
  }
  if (isInterval(element))
    return (value) => (value instanceof Uint8Array ? new TypedText('INTERVAL', toSpan(value)) : undefined);
  const perMicro = toMicros(element);
  if (perMicro === undefined) return undefined;
  return (value) => {
    const whole = toWhole(value);
    return whole === undefined ? undefined : new TypedText('TIME', toClock(perMicro(whole)));
  };
}

/** Months, days and milliseconds, four bytes each. */
function toSpan(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [months, days, millis] = [0, 4, 8].map((at) => view.getUint32(at, true));
  return `${months} months ${days} days ${millis} milliseconds`;
}

function toMicros({ converted_type, logical_type }: SchemaElement): ((whole: bigint) => bigint) | undefined {
  if (logical_type?.type === 'TIME') {
    if (logical_type.unit === 'NANOS') return (whole) => whole / 1000n;
    return logical_type.unit === 'MILLIS' ? (whole) => whole * 1000n : (whole) => whole;
  }
  if (converted_type === 'TIME_MILLIS') return (whole) => whole * 1000n;
  return converted_type === 'TIME_MICROS' ? (whole) => whole : undefined;
}

function toWhole(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  if (!(value instanceof Uint8Array)) return undefined;
  return BigInt.asIntN(
    value.length * 8,
    value.reduce((whole, byte) => whole * 256n + BigInt(byte), 0n),
  );
}

function toDecimalText(digits: bigint, scale: number): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const sign = digits < 0n ? '-' : '';
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

function toNanoStep(elements: readonly SchemaElement[]): ReadingStep[] {
  const names = elements
    .filter(({ logical_type: logical }) => logical && 'unit' in logical && logical.unit === 'NANOS')
    .map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    {
      id: 'nanoseconds',
      count: names.length,
      sentence: `${countWords(names.length, 'column')} of times to the nanosecond (${names.slice(0, 5).join(', ')}) ${names.length === 1 ? 'was' : 'were'} cut to the microsecond, the finest that this table holds.`,
    },
  ];
}

function toZoneStep(elements: readonly SchemaElement[]): ReadingStep[] {
  const names = elements
    .filter(
      ({ logical_type: logical }) =>
        logical?.type === 'TIMESTAMP' && 'isAdjustedToUTC' in logical && logical.isAdjustedToUTC === true,
    )
    .map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    {
      id: 'time-zones',
      count: names.length,
      sentence: `The times in ${names.slice(0, 5).join(', ')} are those of Greenwich (UTC): in British summer the clock shows an hour more.`,
    },
  ];
}

function toLookText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof TypedText) return value.text.slice(0, 60);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return typeof value === 'object' ? '…' : String(value as string).slice(0, 60);
}
