import { type FigureFields, ProjectFigures } from '@reintegration/sdk/operations';
import { useLiveQuery } from '@reintegration/sdk/react';
import { amountOf } from './amount.ts';

/** A project's figures, as they stand now and as they change. */
export function Dashboard({ project }: { readonly project: string }) {
  const { data, error, isPending, liveState, failureReason } = useLiveQuery(ProjectFigures, { project });
  const problem = error ?? failureReason;
  return (
    <>
      {isPending && <p>Loading…</p>}
      {data && <h1>{data.project?.title ?? 'There is no such project.'}</h1>}
      {data?.project?.figures.map((figure) => (
        <Tile key={keyOf(figure)} figure={figure} />
      ))}
      {problem ? <p role="alert">{problem.message}</p> : <p role="status">{liveState}</p>}
    </>
  );
}

function Tile({ figure }: { readonly figure: FigureFields }) {
  const { indicator, period, target, progress, citation } = figure;
  return (
    <article>
      <h2>{indicator.name}</h2>
      <p>
        <strong>{amountOf(figure)}</strong> {period.label} · {placeOf(figure)}
      </p>
      {target && <p>of {amountOf(target)}</p>}
      {progress !== null && <progress aria-label={indicator.name} value={Number(progress)} />}
      <p>
        <small>{citation}</small>
      </p>
    </article>
  );
}

/** Where a value was counted: the same words and period may stand for one city and for all of them. */
function placeOf({ place }: FigureFields): string {
  return place.__typename === 'Project' ? 'whole project' : place.name;
}

/** The same figure in the next answer, whatever its value is then. */
function keyOf({ indicator, place, period }: FigureFields): string {
  return [indicator.code, place.code, period.start, period.end].join(' ');
}
