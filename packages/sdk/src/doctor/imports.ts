import type { Place } from './finding.ts';
import { isNode, type Node } from './script.ts';

/** A name that a program takes from a module. */
export type Import = Place & { readonly module: string; readonly name: string; readonly local: string };

/** The names that a program takes from modules of the SDK: by `import`, `export … from`, `require` and `import()`. */
export function importsOf(file: string, nodes: readonly Node[]): Import[] {
  const named = nodes.flatMap((node) => importsAt(node));
  const spaces = new Map(
    named.filter(({ name }) => name === '*').map(({ local, module }) => [local, module]),
  );
  const members = spaces.size === 0 ? [] : nodes.flatMap((node) => memberAt(node, spaces));
  return [...named.filter(({ name }) => name !== '*'), ...members].map(({ module, name, local, node }) => {
    const { line, column } = node.loc.start;
    return { module, name, local, file, line, column: column + 1 };
  });
}

type Found = { readonly module: string; readonly name: string; readonly local: string; readonly node: Node };

function importsAt(node: Node): Found[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
      return fromModule(node.source, (module) =>
        (node.specifiers as readonly Node[]).map((specifier) => {
          const taken = (specifier.type.startsWith('Export') ? specifier.local : specifier.imported) as Node;
          return found(module, taken ?? specifier, specifier.local as Node, taken ? undefined : '*');
        }),
      );
    case 'VariableDeclarator':
      return fromModule(loaded(node.init), (module) => fromPattern(module, node.id as Node));
    case 'TSImportType':
      return fromModule(node.source ?? node.argument, (module) =>
        isNode(node.qualifier, 'Identifier') ? [found(module, node.qualifier, node.qualifier)] : [],
      );
    default:
      return [];
  }
}

function fromPattern(module: string, pattern: Node): Found[] {
  if (pattern.type === 'Identifier') return [found(module, pattern, pattern, '*')];
  if (pattern.type !== 'ObjectPattern') return [];
  return (pattern.properties as readonly Node[])
    .filter(({ type, computed }) => type === 'ObjectProperty' && !computed)
    .map(({ key, value }) => found(module, key as Node, value as Node));
}

/** `Name` in `space.Name`, where the space is a whole module of the SDK. */
function memberAt(node: Node, spaces: ReadonlyMap<string, string>): Found[] {
  const [object, member] =
    node.type === 'MemberExpression' && !node.computed
      ? [node.object, node.property]
      : node.type === 'TSQualifiedName'
        ? [node.left, node.right]
        : [];
  const module = isNode(object, 'Identifier') ? spaces.get(String(object.name)) : undefined;
  return module === undefined || !isNode(member, 'Identifier') ? [] : [found(module, member, member)];
}

function fromModule(source: unknown, take: (module: string) => Found[]): Found[] {
  const literal = isNode(source, 'TSLiteralType') ? source.literal : source;
  const module = isNode(literal, 'StringLiteral') ? String(literal.value) : '';
  return /^@reintegration\/sdk(\/|$)/.test(module) ? take(module) : [];
}

/** The module of `require('…')` or `await import('…')`. */
function loaded(node: unknown): unknown {
  const call = isNode(node, 'AwaitExpression') ? node.argument : node;
  if (isNode(call, 'ImportExpression')) return call.source;
  if (!isNode(call, 'CallExpression')) return undefined;
  const { callee } = call;
  const isLoading = isNode(callee, 'Import') || (isNode(callee, 'Identifier') && callee.name === 'require');
  return isLoading ? (call.arguments as readonly unknown[])[0] : undefined;
}

function found(module: string, node: Node, local: Node, name = nameOf(node)): Found {
  return { module, name, local: nameOf(local), node };
}

/** An identifier's name; of a name in quotes, what stands between them. */
function nameOf(node: Node): string {
  return String(node.name ?? node.value);
}
