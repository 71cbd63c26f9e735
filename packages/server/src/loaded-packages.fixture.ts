import { registerHooks } from 'node:module';

// Prints which files of installed packages are loaded for a module, and which parts of Node.
const files: string[] = [];
registerHooks({
  load: (url, context, next) => {
    const [, file] = /.*\/node_modules\/(.+)/.exec(url) ?? [];
    if (file !== undefined) files.push(file);
    return next(url, context);
  },
});
const [, , module = ''] = process.argv;
await import(module);
const { moduleLoadList: parts } = process as unknown as { readonly moduleLoadList: readonly string[] };
process.stdout.write(JSON.stringify({ files, parts }));
