import 'graphiql/graphiql.css';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import './explorer.css';

import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { fetchOperation } from './fetcher.ts';
import { setUpWorkers } from './workers.ts';

const fetcher = fetchOperation as GraphiQLProps['fetcher'];

setUpWorkers();

const container = document.getElementById('explorer');
if (container === null) throw new Error('The page has no element #explorer.');

createRoot(container).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={[...EXAMPLE_TABS]}
    editorTheme={{ light: 'hub-light', dark: 'hub-dark' }}
    defaultEditorToolsVisibility="variables"
    // Request headers carry access tokens: they must not outlive the page.
    shouldPersistHeaders={false}
    inputValueDeprecation
    schemaDescription
  >
    <GraphiQL.Logo>
      <a className="explorer-home" href="/" aria-label="Reintegration data hub, home page">
        <span className="explorer-home-full">Reintegration data hub</span>
        <span className="explorer-home-short">Hub</span>
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
