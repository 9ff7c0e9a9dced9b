import jsonld, { type Quad } from 'jsonld';
import { beforeAll, expect, test } from 'vitest';
import { preparePublishedApi } from './published-api.ts';

/**
 * What DCAT-AP 3.0.1 says of each class that we use, property by property, as in the tables of its sections “Catalogue”, “Dataset”,
 * “Distribution”, “Data Service”, “Agent”, “Kind”, “Period of time”, “Location” and “Checksum”: the least and the most values, and
 * what a value is. Source: https://semiceu.github.io/DCAT-AP/releases/3.0.1/
 */
type Range = 'literal' | 'resource' | 'temporal' | `xsd:${string}` | `a ${string}`;
type Row = readonly [property: string, least: number, most: number, range: Range];
const many = Infinity;

const profile: Readonly<Record<string, readonly Row[]>> = {
  'dcat:Catalog': [
    ['dct:title', 1, many, 'literal'],
    ['dct:description', 1, many, 'literal'],
    ['dct:publisher', 1, 1, 'a foaf:Agent'],
    ['dcat:dataset', 0, many, 'a dcat:Dataset'],
    ['dcat:service', 0, many, 'a dcat:DataService'],
    ['dcat:themeTaxonomy', 0, many, 'resource'],
    ['dct:language', 0, many, 'resource'],
    ['dct:license', 0, 1, 'resource'],
    ['dct:rights', 0, 1, 'resource'],
    ['dct:spatial', 0, many, 'resource'],
    ['dct:temporal', 0, many, 'a dct:PeriodOfTime'],
    ['dct:issued', 0, 1, 'temporal'],
    ['dct:modified', 0, 1, 'temporal'],
    ['foaf:homepage', 0, 1, 'resource'],
  ],
  'dcat:Dataset': [
    ['dct:title', 1, many, 'literal'],
    ['dct:description', 1, many, 'literal'],
    ['dct:publisher', 0, 1, 'a foaf:Agent'],
    ['dcat:contactPoint', 0, many, 'a vcard:Organization'],
    ['dcat:distribution', 0, many, 'a dcat:Distribution'],
    ['dcat:keyword', 0, many, 'literal'],
    ['dcat:theme', 0, many, 'resource'],
    ['dct:spatial', 0, many, 'resource'],
    ['dct:temporal', 0, many, 'a dct:PeriodOfTime'],
    ['dct:accessRights', 0, 1, 'resource'],
    ['dct:accrualPeriodicity', 0, 1, 'resource'],
    ['dct:conformsTo', 0, many, 'resource'],
    ['dct:identifier', 0, many, 'literal'],
    ['dct:issued', 0, 1, 'temporal'],
    ['dct:modified', 0, 1, 'temporal'],
    ['dct:language', 0, many, 'resource'],
    ['dct:provenance', 0, many, 'resource'],
    ['dct:source', 0, many, 'resource'],
    ['dct:type', 0, many, 'resource'],
    ['dcat:landingPage', 0, many, 'resource'],
    ['dcat:version', 0, 1, 'literal'],
    ['dcat:temporalResolution', 0, 1, 'xsd:duration'],
    ['dcat:spatialResolutionInMeters', 0, many, 'xsd:decimal'],
    ['foaf:page', 0, many, 'resource'],
  ],
  'dcat:Distribution': [
    ['dcat:accessURL', 1, many, 'resource'],
    ['dcat:downloadURL', 0, many, 'resource'],
    ['dcat:accessService', 0, many, 'a dcat:DataService'],
    ['dcat:byteSize', 0, 1, 'xsd:nonNegativeInteger'],
    ['dcat:compressFormat', 0, 1, 'resource'],
    ['dcat:mediaType', 0, 1, 'resource'],
    ['dcat:packageFormat', 0, 1, 'resource'],
    ['dct:conformsTo', 0, many, 'resource'],
    ['dct:description', 0, many, 'literal'],
    ['dct:format', 0, 1, 'resource'],
    ['dct:issued', 0, 1, 'temporal'],
    ['dct:license', 0, 1, 'resource'],
    ['dct:modified', 0, 1, 'temporal'],
    ['dct:rights', 0, 1, 'resource'],
    ['dct:title', 0, many, 'literal'],
    ['spdx:checksum', 0, 1, 'a spdx:Checksum'],
    ['adms:status', 0, 1, 'resource'],
  ],
  'dcat:DataService': [
    ['dct:title', 1, many, 'literal'],
    ['dcat:endpointURL', 1, many, 'resource'],
    ['dcat:endpointDescription', 0, many, 'resource'],
    ['dcat:servesDataset', 0, many, 'a dcat:Dataset'],
    ['dct:accessRights', 0, 1, 'resource'],
    ['dct:license', 0, 1, 'resource'],
    ['dct:publisher', 0, 1, 'a foaf:Agent'],
  ],
  'foaf:Agent': [
    ['foaf:name', 1, many, 'literal'],
    ['dct:type', 0, 1, 'resource'],
  ],
  'vcard:Organization': [
    ['vcard:fn', 1, many, 'literal'],
    ['vcard:hasURL', 0, 1, 'resource'],
    ['vcard:hasEmail', 0, 1, 'resource'],
  ],
  'dct:PeriodOfTime': [
    ['dcat:startDate', 0, 1, 'temporal'],
    ['dcat:endDate', 0, 1, 'temporal'],
  ],
  'dct:Location': [
    ['dcat:bbox', 0, 1, 'literal'],
    ['dcat:centroid', 0, 1, 'literal'],
  ],
  'spdx:Checksum': [
    ['spdx:algorithm', 1, 1, 'resource'],
    ['spdx:checksumValue', 1, 1, 'xsd:hexBinary'],
  ],
};

let catalogue: { '@context': Record<string, string> };
beforeAll(async () => {
  catalogue = (await preparePublishedApi()).readJson('catalogue.jsonld') as typeof catalogue;
});

/** What a catalogue breaks, in sentences; and how many subjects of each class there are. */
async function findViolations(document: typeof catalogue) {
  const quads: Quad[] = await jsonld.toRDF(document, {
    base: 'https://data.example.org/api/v1/catalogue.jsonld',
    safe: true,
    documentLoader: (url) => Promise.reject(new Error(`The document needs ${url}.`)),
  });
  const prefixes = Object.entries(document['@context']).filter(([, iri]) => typeof iri === 'string');
  const shorten = (iri: string) => {
    const found = prefixes.find(([, start]) => iri.startsWith(start));
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
  };
  const types = new Map<string, string[]>();
  const values = new Map<string, Quad['object'][]>();
  for (const { subject, predicate, object } of quads) {
    if (predicate.value.endsWith('#type'))
      types.set(subject.value, [...(types.get(subject.value) ?? []), shorten(object.value)]);
    const key = `${subject.value} ${shorten(predicate.value)}`;
    values.set(key, [...(values.get(key) ?? []), object]);
  }
  const fits = (object: Quad['object'], range: Range): boolean => {
    const isLiteral = object.termType === 'Literal';
    const datatype = isLiteral ? shorten(object.datatype?.value ?? '') : '';
    if (range === 'literal') return isLiteral && object.value !== '';
    if (range === 'temporal')
      return (
        /^xsd:(date|dateTime|gYear|gYearMonth)$/.test(datatype) && !Number.isNaN(Date.parse(object.value))
      );
    if (range.startsWith('xsd:')) return datatype === range;
    if (isLiteral) return false;
    return range === 'resource' || types.get(object.value)?.includes(range.slice(2)) === true;
  };
  const violations: string[] = [];
  const counts: Record<string, number> = {};
  for (const [subject, own] of types) {
    for (const type of own) {
      counts[type] = (counts[type] ?? 0) + 1;
      for (const [property, least, most, range] of profile[type] ?? []) {
        const found = values.get(`${subject} ${property}`) ?? [];
        if (found.length < least || found.length > most)
          violations.push(
            `${type} ${subject}: ${found.length} values of ${property}, not ${least} to ${most}`,
          );
        for (const object of found)
          if (!fits(object, range))
            violations.push(`${type} ${subject}: ${property} ${object.value} is not ${range}`);
      }
    }
  }
  return { violations, counts };
}

test('the catalogue has no value that DCAT-AP 3.0.1 does not allow, and lacks none', async () => {
  const { violations, counts } = await findViolations(catalogue);
  expect(violations).toEqual([]);
  for (const type of Object.keys(profile)) {
    if (type !== 'dct:Location') expect(counts[type], type).toBeGreaterThan(0);
  }
});

test.each([
  ['a title', '"dct:title"', '"dct:alternative"', /dcat:Catalog .*0 values of dct:title, not 1 to Infinity/],
  ['a place to get it', '"dcat:accessURL"', '"dct:relation"', /0 values of dcat:accessURL/],
  ['a date that is one', '"dct:issued"', '"dct:issued":["x","y"],"dct:relation"', /2 values of dct:issued/],
  [
    'the right checksum',
    '"spdx:checksumValue"',
    '"dct:relation"',
    /0 values of spdx:checksumValue, not 1 to 1/,
  ],
])('a catalogue without %s would be found', async (_case, from, to, sentence) => {
  const text = JSON.stringify(catalogue);
  const broken = JSON.parse(text.replaceAll(`${from}:`, `${to}:`)) as typeof catalogue;
  expect(JSON.stringify(broken)).not.toBe(text);
  expect((await findViolations(broken)).violations.join('\n')).toMatch(sentence);
});
