import { pino } from 'pino';
import { DEFAULT_LIMITS } from '../limits/limits.ts';
import { createConnections } from './connections.ts';
import { createApp } from './create-app.ts';

// Makes the HTTP layer, with a route as the gateway has them.
const app = createApp({
  logger: pino({ level: 'silent' }),
  limits: DEFAULT_LIMITS,
  front: (_request, _response, pass) => pass(),
  connections: createConnections(),
});
app.get('/', async () => 'answered');
await app.ready();
await app.close();
