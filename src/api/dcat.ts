import { catalogueDescription, catalogueTitle } from './catalogue.ts';
import { type Format, formats } from './formats.ts';
import type { ApiDataset, PublishedFile } from './published.ts';

const euLists = 'http://publications.europa.eu/resource/authority/';
const english = { '@id': `${euLists}language/ENG` };

/** Inline, so that a reader needs to fetch nothing else. */
const context = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/**
 * All datasets in DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/) as JSON-LD, for `catalogue.jsonld`.
 * Addresses are relative to that file.
 */
export function toDcat(datasets: readonly ApiDataset[]) {
  return {
    '@context': context,
    '@id': '#catalogue',
    '@type': 'dcat:Catalog',
    'dct:title': text(catalogueTitle),
    'dct:description': text(catalogueDescription),
    'dct:publisher': agent('Lunchtime Code Club'),
    'dct:language': english,
    'dct:license': { '@id': 'https://spdx.org/licenses/MIT', '@type': 'dct:LicenseDocument' },
    'foaf:homepage': { '@id': '../../datasets/', '@type': 'foaf:Document' },
    'dcat:themeTaxonomy': { '@id': `${euLists}data-theme` },
    'dcat:service': {
      '@id': '#api',
      '@type': 'dcat:DataService',
      'dct:title': text('Lunchtime Code Club data API, version 1'),
      'dcat:endpointURL': { '@id': './' },
      'dcat:endpointDescription': { '@id': 'openapi.json' },
      'foaf:page': { '@id': '../', '@type': 'foaf:Document' },
      'dcat:servesDataset': datasets.map(({ descriptor }) => ({ '@id': `#${descriptor.id}` })),
    },
    'dcat:dataset': datasets.map(toDataset),
  };
}

function toDataset(dataset: ApiDataset) {
  const { id, title, summary, themes, themeCodes, publisher, source, coverage, tidied } = dataset.descriptor;
  const { period, dates, frequencyCode } = dataset.descriptor;
  return {
    '@id': `#${id}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': text(title),
    'dct:description': text(`${summary} ${coverage}`),
    'dct:publisher': agent(publisher),
    ...(dates.published === undefined ? {} : { 'dct:issued': date(dates.published) }),
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'rdfs:label': text(period),
      'dcat:startDate': date(dates.from),
      'dcat:endDate': date(dates.to),
    },
    'dct:accrualPeriodicity': { '@id': `${euLists}frequency/${frequencyCode}` },
    'dct:accessRights': { '@id': `${euLists}access-right/PUBLIC` },
    'dct:language': english,
    'dcat:theme': themeCodes.map((code) => ({ '@id': `${euLists}data-theme/${code}` })),
    'dcat:keyword': themes.map(text),
    'dcat:landingPage': { '@id': `../../datasets/${id}/`, '@type': 'foaf:Document' },
    'foaf:page': { '@id': `datasets/${id}/metadata.json`, '@type': 'foaf:Document' },
    'prov:wasDerivedFrom': { '@id': source.page },
    'dct:provenance': {
      '@type': 'dct:ProvenanceStatement',
      'rdfs:label': text(tidied.join(' ')),
    },
    'dcat:distribution': toDistributions(dataset),
  };
}

function toDistributions({ descriptor, database, tables }: ApiDataset) {
  const { id, licence } = descriptor;
  const file = (format: Format, name: string, { path, bytes, sha256 }: PublishedFile) => ({
    ...distribution(format, name, path),
    'dcat:downloadURL': { '@id': `datasets/${id}/${path}` },
    'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(bytes) },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': sha256 },
    },
  });
  const distribution = (format: Format, name: string, path: string) => {
    const { label, mediaType, fileType } = formats[format];
    return {
      '@id': `#${id}/${path}`,
      '@type': 'dcat:Distribution',
      'dct:title': text(`${name} (${label})`),
      'dcat:accessURL': { '@id': `datasets/${id}/${path}` },
      'dcat:mediaType': {
        '@id': `https://www.iana.org/assignments/media-types/${mediaType}`,
        '@type': 'dct:MediaType',
      },
      ...(fileType === undefined ? {} : { 'dct:format': { '@id': `${euLists}file-type/${fileType}` } }),
      'dct:license': { '@id': licence.url, '@type': 'dct:LicenseDocument' },
      'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': text(licence.attribution) },
      'dcat:accessService': { '@id': '#api' },
    };
  };
  return [
    ...tables.flatMap(({ name, csv, packedCsv, parquet, pages }) => [
      ...(csv === undefined ? [] : [file('csv', name, csv)]),
      ...(packedCsv === undefined ? [] : [{ ...file('csv', name, packedCsv), ...packedWithGzip }]),
      ...(pages?.[0] === undefined ? [] : [distribution('json', name, pages[0].path)]),
      file('parquet', name, parquet),
    ]),
    file('duckdb', 'All tables', database),
  ];
}

/** A packed file keeps the type of what it holds, and says how it is packed. */
const packedWithGzip = {
  'dcat:compressFormat': {
    '@id': 'https://www.iana.org/assignments/media-types/application/gzip',
    '@type': 'dct:MediaType',
  },
};

function text(value: string) {
  return { '@language': 'en', '@value': value };
}

function agent(name: string) {
  return { '@type': 'foaf:Agent', 'foaf:name': text(name) };
}

/**
 * A date with the XML Schema type that says how exact it is.
 *
 * @example date('2013-08') // => { '@type': 'xsd:gYearMonth', '@value': '2013-08' }
 */
function date(known: string) {
  const type = { 4: 'xsd:gYear', 7: 'xsd:gYearMonth' }[known.length] ?? 'xsd:date';
  return { '@type': type, '@value': known };
}
