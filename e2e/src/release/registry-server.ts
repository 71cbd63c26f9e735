import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runServer } from 'verdaccio';

// A program of its own, so that what it prints can be told when something fails. Ends with whoever started it.
process.on('disconnect', () => process.exit());

const server: Server = await runServer(process.argv[2]);
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
