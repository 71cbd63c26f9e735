import path from 'node:path';
import { type ParserOptions, type ParserPlugin, parse } from '@babel/parser';

/** A node of a program, as far as anybody here looks at it. */
export type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  readonly leadingComments?: readonly { readonly value: string }[] | null;
  readonly [member: string]: unknown;
};

/**
 * Reads a program, whatever of JavaScript and TypeScript it is written in. Mistakes that a parser can read over
 * are the compiler's to tell.
 *
 * @param whole the file with everything around its scripts, which may say their language
 * @throws SyntaxError
 */
export function parseScript(file: string, text: string, whole: string): Node {
  const options: ParserOptions = {
    sourceType: 'unambiguous',
    errorRecovery: true,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    plugins: pluginsFor(path.extname(file), whole),
  };
  return parse(text, options).program as unknown as Node;
}

function pluginsFor(extension: string, text: string): ParserPlugin[] {
  const isTypeScript =
    /^\.[mc]?tsx?$/.test(extension) ||
    (['.vue', '.svelte'].includes(extension) && /<script[^>]*\blang=["']?tsx?\b/.test(text));
  const always: ParserPlugin[] = ['decorators-legacy', 'decoratorAutoAccessors'];
  if (!isTypeScript) return [...always, 'jsx', 'flow'];
  return extension === '.tsx' ? [...always, 'typescript', 'jsx'] : [...always, 'typescript'];
}

/** Every node of a program, parents first. */
export function nodesOf(program: Node): Node[] {
  const nodes = [program];
  // Grows while it is gone through: programs nest deeper than calls may.
  for (const node of nodes) {
    for (const member in node) {
      const value = node[member];
      if (typeof value !== 'object' || value === null || member.endsWith('Comments')) continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) nodes.push(child);
    }
  }
  return nodes;
}

/** Whether something is a node, of this type when one is named. */
export function isNode(value: unknown, type?: string): value is Node {
  const found = (value as Node | null | undefined)?.type;
  return typeof found === 'string' && (type === undefined || found === type);
}

/** Blanks all but the scripts of a component, so that what stays keeps its place. */
export function scriptsOf(file: string, text: string): string {
  if (!['.vue', '.svelte'].includes(path.extname(file))) return text;
  let blanked = '';
  let end = 0;
  for (const match of text.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script\s*>/g)) {
    const start = match.index + (match[1] ?? '').length;
    blanked += blank(text.slice(end, start)) + (match[2] ?? '');
    end = start + (match[2] ?? '').length;
  }
  return blanked + blank(text.slice(end));
}

/** As many spaces, on as many lines. */
export function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ');
}
