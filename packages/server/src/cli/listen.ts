import { once } from 'node:events';
import { createServer } from 'node:net';
import type { ServerConfig } from '../config/config.ts';
import type { Gateway } from '../gateway.ts';
import { CommandError } from './command.ts';

/** Lets a gateway listen. */
export async function listen(gateway: Gateway, { host, port }: ServerConfig): Promise<string> {
  try {
    return await gateway.listen({ host, port });
  } catch (error) {
    await gateway.close();
    throw explained(error, { host, port });
  }
}

/** @throws CommandError when the address cannot be listened on */
export async function requireFreePort({ host, port }: Pick<ServerConfig, 'host' | 'port'>): Promise<void> {
  const server = createServer();
  try {
    server.listen({ host, port });
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  } catch (error) {
    throw explained(error, { host, port });
  }
}

function explained(error: unknown, { host, port }: Pick<ServerConfig, 'host' | 'port'>): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new CommandError(
        `Port ${port} of ${host} is taken by another program, perhaps by a gateway that is running already. ` +
          `Stop that one, or choose another port: PORT=${port + 1}.`,
      );
    case 'EACCES':
      return new CommandError(`Port ${port} may not be used by this user. Choose one above 1023: PORT=4000.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CommandError(
        `HOST is "${host}", which is no address of this machine. Expected localhost, 0.0.0.0 or one of its own.`,
      );
    default:
      return error;
  }
}
