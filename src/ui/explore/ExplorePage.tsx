import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { addRepair } from '#src/explore/add-repair.ts';
import type { Repair } from '#src/explore/add-repair.ts';
import type { EngineAsset } from '#src/datasets/assets.ts';
import { startWhenIdle } from '../run/page-engine.ts';
import { queryRunner } from '../run/query-runner.ts';
import { useRun } from '../run/use-run.ts';
import { DatasetPicker } from './DatasetPicker.tsx';
import type { ExploreDataset } from './explore-dataset.ts';
import { createExploreEngine } from './explore-engine.ts';
import { KeepPanel } from './KeepPanel.tsx';
import { OwnFilePanel } from './OwnFilePanel.tsx';
import { QueryPanel } from './QueryPanel.tsx';
import { QuestionsPanel } from './QuestionsPanel.tsx';
import { SharePanel } from './SharePanel.tsx';
import { isUntouched, toAskedWork } from './starter-work.ts';
import { TablesPanel } from './TablesPanel.tsx';
import { toTableDescriptor } from './to-table-descriptor.ts';
import { useOwnFiles } from './use-own-files.ts';
import type { OwnTableShown } from './use-own-files.ts';
import { useSavedQueries } from './use-saved-queries.ts';
import { useWorkspace } from './use-workspace.ts';

interface Props {
  readonly engine: EngineAsset;
  readonly datasets: readonly ExploreDataset[];
  /** Of this site, which an audit names. */
  readonly version: string;
}

/** Query any datasets and files of one's own. */
export function ExplorePage({ engine: assets, datasets, version }: Props): ReactNode {
  const [explore] = useState(() => createExploreEngine(assets));
  const workspace = useWorkspace(
    datasets.map(({ id }) => id),
    (hash) => toAskedWork(hash, datasets),
  );
  const saved = useSavedQueries();
  const files = useOwnFiles(explore);
  const { ready, work } = workspace;

  const picked = useMemo(
    () => work.datasets.flatMap((id) => datasets.find((dataset) => dataset.id === id) ?? []),
    [work.datasets, datasets],
  );
  const tables = useMemo(
    () => [...files.tables.map(toTableDescriptor), ...picked.flatMap((dataset) => dataset.tables)],
    [picked, files.tables],
  );
  const columns = tables.flatMap((table) => table.columns.map(({ name }) => name));
  const queryRun = useRun(queryRunner(explore.engine, columns));

  // By their names, so that typing, which makes a new list of the same datasets, does not restart the engine.
  const attachment = [...picked.map(({ id }) => id), ...files.tables.map(toAttachment)].join();
  useEffect(() => {
    if (!ready) return;
    explore.attach({
      datasets: picked.map(({ asset }) => asset),
      ownFiles: files.tables.map(({ ownFile }) => ownFile),
    });
    if (attachment !== '') startWhenIdle(explore.engine);
  }, [ready, attachment]);

  const pick = (ids: readonly string[]) => {
    const added = datasets.find(({ id }) => ids.includes(id) && !work.datasets.includes(id));
    const query = added?.questions[0]?.query;
    if (query !== undefined && isUntouched(work.text, datasets))
      workspace.begin({ text: query, datasets: [...ids] });
    else workspace.pick(ids);
  };
  const ask = (query: string) => {
    const next = { text: query, datasets: work.datasets };
    if (isUntouched(work.text, datasets)) workspace.begin(next);
    else workspace.open(next);
    queryRun.run(query);
  };
  const look = (table: string) => {
    const text = `SELECT *\nFROM ${table}\nLIMIT 20`;
    workspace.open({ text, datasets: work.datasets });
    queryRun.run(text);
  };

  // Nothing runs: whoever takes a repair sees first what it does.
  const mend = (repair: Repair) =>
    workspace.open({ text: addRepair(work.text, repair), datasets: work.datasets });

  return (
    <div className="app-explore">
      <div className="app-explore__sources">
        <DatasetPicker datasets={datasets} picked={work.datasets} enabled={ready} onPick={pick} />
        <OwnFilePanel files={files} enabled={ready} />
      </div>
      <div className="app-explore__work">
        <TablesPanel
          datasets={picked}
          files={files}
          openApart={explore.openApart}
          version={version}
          onLook={look}
          onRepair={mend}
        />
        <QuestionsPanel datasets={picked} onAsk={ask} />
        <QueryPanel
          engine={explore.engine}
          workspace={workspace}
          tables={tables}
          datasets={datasets}
          queryRun={queryRun}
        />
        <div className="app-explore__pair">
          <KeepPanel saved={saved} work={work} enabled={ready} onOpen={workspace.open} />
          <SharePanel
            work={work}
            enabled={ready}
            usesOwnFile={files.tables.some(({ name }) => work.text.includes(name))}
          />
        </div>
      </div>
    </div>
  );
}

/** A table with the way it was read: read again in another way, it is another. */
function toAttachment({ name, undone }: OwnTableShown): string {
  return [name, ...undone.map(({ id }) => id)].join(' ');
}
