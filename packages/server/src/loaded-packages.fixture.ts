import { registerHooks } from 'node:module';

// Prints the installed packages whose files are loaded for the gateway, as its users import it.
const packages = new Set<string>();
registerHooks({
  load: (url, context, next) => {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
    if (name !== undefined) packages.add(name);
    return next(url, context);
  },
});
await import('@reintegration/server');
process.stdout.write(JSON.stringify([...packages]));
