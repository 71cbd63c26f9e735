import { fastify } from 'fastify';
import mercurius from 'mercurius';
import { servePeer } from '../../serve-peer.ts';
import { createSchema } from './schema.ts';

servePeer(async ({ databaseUrl }) => {
  const app = fastify();
  await app.register(mercurius, { schema: createSchema(databaseUrl), jit: 1 });
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
});
