import { type Client, createClient } from '@reintegration/sdk';
import { Activities, Cities } from '@reintegration/sdk/operations';
import { relationsOf } from '../program.ts';

export const connect = (url: string, auth: string) => createClient({ url, auth });

export const query = (client: Client, search: string) => client.run(Cities, { search, first: 3 });

export async function related(client: Client) {
  return relationsOf(await client.run(Activities, { first: 3 }));
}

export async function list(client: Client) {
  const cities: unknown[] = [];
  for await (const city of client.items(Cities)) cities.push(city);
  return cities;
}
