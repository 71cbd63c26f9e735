import {
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  NoUnusedFragmentsRule,
  specifiedRules,
  validate,
} from 'graphql';
import { placeAt } from './documents.ts';
import type { ContractName, Finding, Place } from './finding.ts';
import { isReadableAs, type Use, usesOf } from './uses.ts';

/** The contracts that operations are held against. */
export type Contracts = { readonly installed: GraphQLSchema; readonly gateway?: GraphQLSchema | undefined };

const RULES = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

/** What of a document breaks, or is deprecated, under each contract. */
export function checkDocument({ installed, gateway }: Contracts, document: DocumentNode): Finding[] {
  const known = usesOf(installed, document);
  const findings = checkOne('installed', installed, document, known);
  if (!gateway) return findings;
  const served = usesOf(gateway, document);
  return [
    ...findings,
    ...checkOne('gateway', gateway, document, known, served),
    ...changedAnswers(known, served),
  ];
}

/**
 * @param known what the document uses of the installed contract, which may say what came in place of something
 */
function checkOne(
  contract: ContractName,
  schema: GraphQLSchema,
  document: DocumentNode,
  known: ReadonlyMap<ASTNode, Use>,
  uses = known,
): Finding[] {
  const broken = validate(schema, document, RULES, { maxErrors: Number.POSITIVE_INFINITY }).map((error) => {
    const [what = '', suggestion] = error.message.split(/ (?=Did you mean )/);
    const [node] = error.nodes ?? [];
    const reason = node && known.get(node)?.deprecationReason;
    return found('breaking', contract, placeOf(error.nodes), what, reason ?? suggestion ?? hintFor(error));
  });
  const deprecated = [...uses].flatMap(([node, { name, deprecationReason }]) => {
    if (deprecationReason === null) return [];
    return [
      found('deprecated', contract, placeOf([node]), sentence(name, 'is deprecated'), deprecationReason),
    ];
  });
  return [...withoutRoot(contract, schema, document), ...broken, ...deprecated];
}

/** Operations of a kind that the contract does not have. GraphQL's own rules pass over them. */
function withoutRoot(
  contract: ContractName,
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
): Finding[] {
  return definitions.flatMap((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION || schema.getRootType(node.operation)) return [];
    return [
      found('breaking', contract, placeOf([node]), `The contract has no ${node.operation}s.`, undefined),
    ];
  });
}

/** Fields that answer at the gateway what a program of the installed version does not expect. */
function changedAnswers(known: ReadonlyMap<ASTNode, Use>, served: ReadonlyMap<ASTNode, Use>): Finding[] {
  return [...known].flatMap(([node, { name, type }]) => {
    const now = served.get(node)?.type;
    if (!type || !now || isReadableAs(type, now)) return [];
    const what = `${name} answers ${now} at the gateway, and ${type} in the installed contract.`;
    const replacement = 'Install the version of @reintegration/sdk that fits the gateway.';
    return [found('breaking', 'gateway', placeOf([node]), what, replacement)];
  });
}

function hintFor({ message }: GraphQLError): string | undefined {
  if (message.startsWith('Unknown fragment')) return 'Name the folder that holds it as well.';
  return undefined;
}

function found(
  severity: Finding['severity'],
  contract: ContractName,
  place: Place,
  what: string,
  replacement: string | undefined,
): Finding {
  return { ...place, severity, contracts: [contract], what, replacement: replacement ?? null };
}

function sentence(name: string, rest: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${rest}.`;
}

function placeOf(nodes: readonly ASTNode[] | undefined): Place {
  const loc = nodes?.[0]?.loc;
  if (!loc) return { file: '', line: 1, column: 1 };
  return placeAt(loc.source, loc.startToken.line, loc.startToken.column);
}
