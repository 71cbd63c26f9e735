import { useResponseCache } from '@graphql-yoga/plugin-response-cache';
import { createYoga } from 'graphql-yoga';
import { listen } from '../../listen.ts';
import { servePeer } from '../../serve-peer.ts';
import { createSchema } from './schema.ts';

servePeer(async ({ databaseUrl, options }) => {
  const plugins = options.isCaching ? [useResponseCache({ session: () => null })] : [];
  return listen(createYoga({ schema: createSchema(databaseUrl), plugins }));
});
