import { ProjectFigures, type ProjectFiguresQuery } from '@reintegration/sdk/operations';
import { keepPreviousData, useLiveQuery, useQuery } from '@reintegration/sdk/react';
import { type ReactNode, useState } from 'react';

const GRANTS = 'self-employment-grants';
const variablesOf = (indicator: string, during = '2023') => ({
  project: 'reintegration-ii',
  during,
  indicators: [indicator],
});
const valueIn = ({ project }: ProjectFiguresQuery) => project?.figures[0]?.value;

/** One figure, or what there is instead. */
export function Figure({ indicator = GRANTS, initialData }: FigureProps): ReactNode {
  const query = useQuery(ProjectFigures, variablesOf(indicator), { initialData });
  if (query.isPending) return <p>Loading…</p>;
  if (query.isError) return <p>{query.error.message}</p>;
  return <output>{valueIn(query.data)}</output>;
}
type FigureProps = { readonly indicator?: string; readonly initialData?: ProjectFiguresQuery };

/** Two that ask the same. */
function Twice() {
  return [1, 2].map((place) => <Figure key={place} />);
}

/** One whose variables change. */
function Changing({ keeps = false }: { readonly keeps?: boolean }) {
  const [indicator, choose] = useState(GRANTS);
  const options = keeps ? { placeholderData: keepPreviousData } : {};
  const query = useQuery(ProjectFigures, variablesOf(indicator), options);
  return (
    <>
      <button type="button" onClick={() => choose('workshops-held')}>
        Workshops
      </button>
      <output aria-busy={query.isFetching} data-placeholder={query.isPlaceholderData}>
        {query.data ? valueIn(query.data) : query.status}
      </output>
    </>
  );
}

/** One that fails, and can be asked again. */
function Failing() {
  const [day, choose] = useState('2025-04-31');
  const { error, refetch, data } = useQuery(ProjectFigures, variablesOf(GRANTS, day));
  return (
    <>
      <p role="alert">{error?.code}</p>
      <output>{data && 'answered'}</output>
      <button type="button" onClick={refetch}>
        Again
      </button>
      <button type="button" onClick={() => choose('2023')}>
        Mend
      </button>
    </>
  );
}

/** One that is kept fresh. */
function Live() {
  const { data, liveState, dataUpdatedAt } = useLiveQuery(ProjectFigures, variablesOf(GRANTS), {
    intervalMs: 50,
  });
  return (
    <>
      <output>{data && valueIn(data)}</output>
      <p data-updated={dataUpdatedAt}>{liveState}</p>
    </>
  );
}

/** One that goes. */
function Leaving() {
  const [isThere, stay] = useState(true);
  return (
    <>
      <button type="button" onClick={() => stay(false)}>
        Leave
      </button>
      {isThere && <Figure />}
      {isThere && <Live />}
    </>
  );
}

/** One that waits until it is asked to ask. */
function Waiting() {
  const [enabled, enable] = useState(false);
  const { data, isFetching } = useQuery(ProjectFigures, variablesOf(GRANTS), { enabled });
  return (
    <>
      <output aria-busy={isFetching}>{data && valueIn(data)}</output>
      <button type="button" onClick={() => enable(true)}>
        Ask
      </button>
    </>
  );
}

/** All views, by name. */
export const VIEWS: Readonly<Record<string, () => ReactNode>> = {
  figure: () => <Figure />,
  twice: () => <Twice />,
  changing: () => <Changing />,
  keeping: () => <Changing keeps />,
  failing: () => <Failing />,
  live: () => <Live />,
  leaving: () => <Leaving />,
  waiting: () => <Waiting />,
};
