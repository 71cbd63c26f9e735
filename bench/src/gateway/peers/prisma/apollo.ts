import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { servePeer } from '../../serve-peer.ts';
import { createSchema } from './schema.ts';

servePeer(async ({ databaseUrl }) => {
  const server = new ApolloServer({ schema: createSchema(databaseUrl) });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  return url;
});
