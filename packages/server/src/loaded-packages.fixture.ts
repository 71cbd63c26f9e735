import { registerHooks } from 'node:module';

// Prints the installed packages whose files are loaded for the gateway, as its users import it, and parts of Node.
const packages = new Set<string>();
registerHooks({
  load: (url, context, next) => {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
    if (name !== undefined) packages.add(name);
    return next(url, context);
  },
});
await import('@reintegration/server');
const { moduleLoadList: parts } = process as unknown as { readonly moduleLoadList: readonly string[] };
process.stdout.write(JSON.stringify({ packages: [...packages], parts }));
