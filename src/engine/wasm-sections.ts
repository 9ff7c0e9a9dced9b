/** One section of a WebAssembly module: `body` is its content after the id and the length. */
export interface WasmSection {
  readonly id: number;
  readonly body: Uint8Array;
}

export interface WasmExport {
  readonly name: string;
  /** 0 function, 1 table, 2 memory, 3 global, 4 tag. */
  readonly kind: number;
  readonly index: number;
}

const headerLength = 8;

/** Cut a module into its sections (WebAssembly core specification, "Modules", binary format). Throws on other files. */
export function readSections(module: Uint8Array): WasmSection[] {
  if (String.fromCharCode(...module.subarray(0, 4)) !== '\0asm')
    throw new Error('This is not a WebAssembly module.');
  const sections: WasmSection[] = [];
  const reader = createReader(module, headerLength);
  while (reader.at < module.length) {
    const id = reader.byte();
    const length = reader.number();
    sections.push({ id, body: module.subarray(reader.at, reader.at + length) });
    reader.at += length;
  }
  return sections;
}

/** Put sections together again to a module. */
export function writeModule(sections: readonly WasmSection[]): Uint8Array {
  const header = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  return joinBytes([
    header,
    ...sections.flatMap(({ id, body }) => [new Uint8Array([id, ...toLeb128(body.length)]), body]),
  ]);
}

/** Read an export section's body. */
export function readExports(body: Uint8Array): WasmExport[] {
  const reader = createReader(body, 0);
  return Array.from({ length: reader.number() }, () => ({
    name: reader.text(),
    kind: reader.byte(),
    index: reader.number(),
  }));
}

/** Write an export section's body. */
export function writeExports(exports: readonly WasmExport[]): Uint8Array {
  const encoder = new TextEncoder();
  const entries = exports.map(({ name, kind, index }) => {
    const bytes = encoder.encode(name);
    return joinBytes([
      new Uint8Array(toLeb128(bytes.length)),
      bytes,
      new Uint8Array([kind, ...toLeb128(index)]),
    ]);
  });
  return joinBytes([new Uint8Array(toLeb128(exports.length)), ...entries]);
}

function createReader(bytes: Uint8Array, start: number) {
  const decoder = new TextDecoder();
  const reader = {
    at: start,
    byte(): number {
      const value = bytes[reader.at++];
      if (value === undefined) throw new Error('The WebAssembly module ends too early.');
      return value;
    },
    /** An unsigned LEB128 number. */
    number(): number {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = reader.byte();
        value += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80) return value;
      }
    },
    text(): string {
      const length = reader.number();
      reader.at += length;
      return decoder.decode(bytes.subarray(reader.at - length, reader.at));
    },
  };
  return reader;
}

function toLeb128(value: number): number[] {
  const bytes = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
