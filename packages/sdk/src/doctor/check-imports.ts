import { type GraphQLSchema, parse } from 'graphql';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import { checkDocument } from './check-document.ts';
import type { Finding } from './finding.ts';
import type { Import } from './imports.ts';

/** What `@reintegration/sdk/operations` is in the installed version. */
export type Curated = {
  /** What it exports; of what is deprecated, the reason. */
  readonly exports: Readonly<Record<string, string | null>>;
  /** The texts of its operations. */
  readonly texts: Readonly<Record<string, string>>;
};

/** Names of operations that are gone or deprecated; with a gateway, also operations that it does not answer. */
export function checkImports(
  { exports, texts }: Curated,
  imports: readonly Import[],
  installed: GraphQLSchema,
  gateway?: GraphQLSchema,
): Finding[] {
  const failures = new Map<string, string | null>();
  const failureOf = (name: string, text: string, served: GraphQLSchema) => {
    const known = failures.get(name);
    if (known !== undefined) return known;
    const findings = checkDocument({ installed, gateway: served }, parse(text));
    const failure = findings.find(
      ({ severity, contracts }) => severity === 'breaking' && contracts.includes('gateway'),
    );
    failures.set(name, failure?.what ?? null);
    return failure?.what ?? null;
  };
  return imports
    .filter(({ module }) => module === '@reintegration/sdk/operations')
    .flatMap(({ name, file, line, column }): Finding[] => {
      const at = { file, line, column, contracts: ['installed'] } as const;
      const reason = Object.hasOwn(exports, name) ? exports[name] : undefined;
      if (reason === undefined) {
        const [nearest] = suggestionList(name, Object.keys(exports));
        const replacement = nearest === undefined ? null : `Did you mean "${nearest}"?`;
        const what = `${name} is not in @reintegration/sdk/operations.`;
        return [{ ...at, severity: 'breaking', what, replacement }];
      }
      const text = texts[name];
      const failure = gateway && text ? failureOf(name, text, gateway) : null;
      if (failure !== null) {
        const replacement = 'Install the version of @reintegration/sdk that fits the gateway.';
        const what = `The gateway does not answer ${name} of the installed version: ${failure}`;
        return [{ ...at, contracts: ['gateway'], severity: 'breaking', what, replacement }];
      }
      const what = `${name} is deprecated.`;
      return reason === null ? [] : [{ ...at, severity: 'deprecated', what, replacement: reason }];
    });
}
