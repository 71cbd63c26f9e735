import { createClient } from '@reintegration/sdk';
import { DataHubProvider } from '@reintegration/sdk/react';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Figure, VIEWS } from './views.tsx';

const settings = new URLSearchParams(location.search);
const client = createClient({ url: settings.get('gateway') ?? '' });
const root = document.getElementById('root') as HTMLElement;
const { answer } = root.dataset;
const view = answer ? <Figure initialData={JSON.parse(answer)} /> : VIEWS[settings.get('view') ?? '']?.();
const app = (
  <StrictMode>
    <DataHubProvider client={client}>{view}</DataHubProvider>
  </StrictMode>
);
if (answer) hydrateRoot(root, app);
else createRoot(root).render(app);
