import {
  type DocumentNode,
  type ExecutableDefinitionNode,
  type FragmentDefinitionNode,
  GraphQLError,
  isExecutableDefinitionNode,
  Kind,
  parse,
  Source,
  visit,
} from 'graphql';
import type { Text } from './embedded.ts';
import type { Finding, Place, Unchecked } from './finding.ts';

/** What the texts of a program hold together. */
export type Documents = {
  /** One for each operation, with all its fragments; one for each fragment that no operation spreads. */
  readonly documents: readonly DocumentNode[];
  readonly operations: number;
  readonly fragments: number;
  /** The files that these are from. */
  readonly files: readonly string[];
  /** Texts that are no GraphQL. */
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
};

type Fragments = ReadonlyMap<string, readonly FragmentDefinitionNode[]>;

/** Puts operations and their fragments together, wherever each of them stands. */
export function joinTexts(texts: readonly Text[]): Documents {
  const parsed = texts.map(parseText);
  const definitions = parsed.flatMap((one) => ('definitions' in one ? one.definitions : []));
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const byName = new Map<string, FragmentDefinitionNode[]>();
  for (const one of fragments) byName.set(one.name.value, [...(byName.get(one.name.value) ?? []), one]);
  const whole = operations.map((operation) => withFragments(operation, byName));
  const used = new Set<unknown>(whole.flatMap((document) => document.definitions));
  const single = fragments
    .filter((fragment) => !used.has(fragment))
    .map((fragment) => withFragments(fragment, byName));
  return {
    documents: [...whole, ...single],
    operations: operations.length,
    fragments: fragments.length,
    files: [...new Set(definitions.map(({ loc }) => loc?.source.name ?? ''))],
    findings: parsed.flatMap((one) => ('finding' in one ? [one.finding] : [])),
    unchecked: parsed.flatMap((one) => ('unchecked' in one ? [one.unchecked] : [])),
  };
}

/** Where something stands in its file. */
export function placeAt(source: Source, line: number, column: number): Place {
  const { name: file, locationOffset: offset } = source;
  return { file, line: offset.line + line - 1, column: line === 1 ? offset.column + column - 1 : column };
}

type Parsed =
  | { readonly definitions: readonly ExecutableDefinitionNode[] }
  | { readonly finding: Finding }
  | { readonly unchecked: Unchecked };

function parseText({ body, file, line, column, hasGaps }: Text): Parsed {
  const source = new Source(body, file, { line, column });
  if (/^(\s|,|#.*)*$/.test(body)) return { definitions: [] };
  try {
    return { definitions: parse(source).definitions.filter(isExecutableDefinitionNode) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [at = { line: 1, column: 1 }] = error.locations ?? [];
    const place = placeAt(source, at.line, at.column);
    if (hasGaps) return { unchecked: { ...place, why: 'The text is put together at run time.' } };
    const what = `${error.message.replace(/\.?$/, '')}.`;
    return {
      finding: {
        ...place,
        severity: 'breaking',
        contracts: [],
        what,
        replacement: null,
      },
    };
  }
}

/** A document of one definition and all the fragments that it needs. */
function withFragments(definition: ExecutableDefinitionNode, fragments: Fragments): DocumentNode {
  const needed = new Map<string, ExecutableDefinitionNode>();
  const pending = [definition];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const name of spreadsIn(node)) {
      const fragment = nearest(fragments.get(name) ?? [], node);
      if (!fragment || fragment === definition || needed.has(name)) continue;
      needed.set(name, fragment);
      pending.push(fragment);
    }
  }
  return { kind: Kind.DOCUMENT, definitions: [definition, ...needed.values()] };
}

function spreadsIn(node: ExecutableDefinitionNode): string[] {
  const names: string[] = [];
  visit(node, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
}

/** Of fragments with the same name, the one in the same text, else in the same file, else the first. */
function nearest(
  fragments: readonly FragmentDefinitionNode[],
  { loc }: ExecutableDefinitionNode,
): FragmentDefinitionNode | undefined {
  return (
    fragments.find((fragment) => fragment.loc?.source === loc?.source) ??
    fragments.find((fragment) => fragment.loc?.source.name === loc?.source.name) ??
    fragments[0]
  );
}
