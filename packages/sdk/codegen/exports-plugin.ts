import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import { plugin as contractPlugin } from './contract-plugin.ts';
import { plugin as operationsPlugin } from './operations-plugin.ts';
import { HEAD } from './type-text.ts';

const EXPORT = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export (?:type|const) (\w+)/g;

/** Writes the names that `@reintegration/sdk/operations` exports, each with the reason when it is deprecated. */
export const plugin: PluginFunction = async (schema, files, config) => {
  const texts = [await contractPlugin(schema, files, config), await operationsPlugin(schema, files, config)];
  const names = [...texts.join('\n').matchAll(EXPORT)].map(([, comment = '', name = '']) => {
    const [, reason] = /@deprecated ([\s\S]+)/.exec(comment.replaceAll(/\s*\n \*\s*/g, ' ')) ?? [];
    return `  ${name}: ${reason === undefined ? 'null' : JSON.stringify(reason.trim())},\n`;
  });
  const type = 'Readonly<Record<string, string | null>>';
  return `${HEAD}\n/** What operations.ts exports; of what is deprecated, the reason. */\nexport const EXPORTS: ${type} = {\n${names.sort().join('')}};\n`;
};
