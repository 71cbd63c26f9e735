import type { Place } from './finding.ts';
import { blank, isNode, type Node } from './script.ts';

/** A text of GraphQL, and where it begins. */
export type Text = Place & {
  readonly body: string;
  /** Whether parts of it are put in at run time. They are blank here. */
  readonly hasGaps: boolean;
};

/** How a program calls what marks its queries. */
export type Marks = { readonly functions: ReadonlySet<string>; readonly types: ReadonlySet<string> };

/** The template or string that a node marks as GraphQL; null when it marks none. */
export function markedText(node: Node, { functions, types }: Marks): Node | null {
  switch (node.type) {
    case 'TaggedTemplateExpression':
      return functions.has(lastName(node.tag)) ? (node.quasi as Node) : null;
    case 'CallExpression': {
      const [first] = node.arguments as readonly Node[];
      return functions.has(lastName(node.callee)) && isText(first) ? first : null;
    }
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
      return isText(node.expression) && types.has(typeName(node.typeAnnotation)) ? node.expression : null;
    default:
      return isText(node) && hasMark(node) ? node : null;
  }
}

function hasMark({ leadingComments }: Node): boolean {
  return /^\s*graphql\s*$/i.test(leadingComments?.at(-1)?.value ?? '');
}

function isText(node: unknown): node is Node {
  return isNode(node, 'TemplateLiteral') || isNode(node, 'StringLiteral');
}

/** The name of an identifier, or the last of `a.b.c`. */
export function lastName(node: unknown): string {
  if (isNode(node, 'Identifier')) return String(node.name);
  if (isNode(node, 'MemberExpression')) return node.computed ? '' : lastName(node.property);
  return isNode(node, 'TSQualifiedName') ? lastName(node.right) : '';
}

function typeName(node: unknown): string {
  return isNode(node, 'TSTypeReference') ? lastName(node.typeName) : '';
}

/** What stands between the quotes. */
export function textOf(file: string, source: string, node: Node): Text {
  const { line, column } = node.loc.start;
  const place = { file, line, column: column + 2 };
  if (node.type === 'StringLiteral') {
    const body = source.slice(node.start + 1, node.end - 1);
    return { ...place, body: body.includes('\\') ? String(node.value) : body, hasGaps: false };
  }
  const quasis = node.quasis as readonly Node[];
  let body = '';
  let end = node.start + 1;
  for (const { start, end: next } of quasis) {
    body += blank(source.slice(end, start)) + source.slice(start, next);
    end = next;
  }
  const [only] = quasis;
  const cooked = (only?.value as { readonly cooked?: string | null } | undefined)?.cooked;
  // As long as in the file. What else is escaped moves the columns behind it.
  body = body.replaceAll(/\\([`$])/g, ' $1');
  if (quasis.length === 1 && body.includes('\\') && cooked) body = cooked;
  return { ...place, body, hasGaps: quasis.length > 1 };
}
