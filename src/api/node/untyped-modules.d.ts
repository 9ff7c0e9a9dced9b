/** The parts that the tests use of libraries which bring no types. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    readonly tabular: boolean;
    /** Rejects where a row breaks the schema or, with `relations`, a foreign key. */
    read(options: { keyed: true; relations?: boolean; limit?: number }): Promise<Record<string, unknown>[]>;
  }
  export const Package: {
    load(
      descriptor: object,
      options: { basePath: string },
    ): Promise<{ readonly valid: boolean; readonly errors: Error[]; readonly resources: Resource[] }>;
  };
}

declare module 'jsonld' {
  interface Term {
    readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
    readonly value: string;
    readonly datatype?: Term;
  }
  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
  }
  interface Options {
    base: string;
    /** Rejects where anything in the document would be lost. */
    safe: true;
    documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>;
  }
  const jsonld: { toRDF(document: object, options: Options): Promise<Quad[]> };
  export default jsonld;
}

declare module 'rdf-parser-csvw' {
  export default class CsvwParser {
    constructor(options: { metadata: unknown; baseIRI: string; timezone: string });
    import(input: NodeJS.ReadableStream): AsyncIterable<import('jsonld').Quad>;
  }
}
