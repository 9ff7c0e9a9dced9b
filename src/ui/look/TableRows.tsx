import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { TableSample } from '#src/explore/prepared.ts';
import { siteUrl } from '../site-url.ts';
import { SampleTable } from './SampleTable.tsx';

interface Props {
  readonly name: string;
}

/** The first rows of a table, fetched when this is drawn. Draw it when somebody asks to see them. */
export function TableRows({ name }: Props): ReactNode {
  const [sample, setSample] = useState<TableSample | 'failed'>();
  useEffect(() => {
    let ended = false;
    loadSample(name).then(
      (found) => ended || setSample(found),
      (cause: unknown) => {
        console.error(cause);
        if (!ended) setSample('failed');
      },
    );
    return () => {
      ended = true;
    };
  }, [name]);

  if (sample === 'failed')
    return <p>The rows could not be loaded. Check your connection, close this and open it again.</p>;
  if (sample === undefined) return <p className="app-look__waiting">Getting the first rows…</p>;
  return <SampleTable name={name} sample={sample} />;
}

const kept = new Map<string, Promise<TableSample>>();

/** Each table's rows are fetched once for a page. */
function loadSample(name: string): Promise<TableSample> {
  const found = kept.get(name);
  if (found) return found;
  const promise = fetch(siteUrl(`/samples/${name}.json`)).then((response) => {
    if (!response.ok) throw new Error(`The server answered ${response.status} for the rows of ${name}.`);
    // Written by our own build.
    return response.json() as Promise<TableSample>;
  });
  kept.set(name, promise);
  promise.catch(() => kept.delete(name));
  return promise;
}
