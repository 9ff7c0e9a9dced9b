import type { APIRoute } from 'astro';
import { datasets } from '../_datasets.ts';
import { sampleOf } from '../_prepared.ts';

// Fetched when somebody asks to look at a table.
export function getStaticPaths() {
  return datasets
    .flatMap(({ descriptor }) => descriptor.tables)
    .map(({ name }) => ({ params: { table: name } }));
}

export const GET: APIRoute = ({ params }) => Response.json(sampleOf(params['table'] ?? ''));
