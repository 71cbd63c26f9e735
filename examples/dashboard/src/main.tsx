import { createClient } from '@reintegration/sdk';
import { DataHubProvider } from '@reintegration/sdk/react';
import { createRoot } from 'react-dom/client';
import { Dashboard } from './dashboard.tsx';

const root = document.getElementById('root') as HTMLElement;
const { gateway = '/graphql', project = '' } = root.dataset;

createRoot(root).render(
  <DataHubProvider client={createClient({ url: gateway })}>
    <Dashboard project={project} />
  </DataHubProvider>,
);
