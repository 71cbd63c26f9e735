import { createGateway } from '@reintegration/server';
import pg from 'pg';
import { POOL_SIZE, servePeer } from '../serve-peer.ts';

servePeer(async ({ databaseUrl, options }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
  const gateway = await createGateway({ pool, ...options });
  return `${await gateway.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
});
