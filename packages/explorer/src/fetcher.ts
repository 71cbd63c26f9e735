export interface Operation {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
}

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, unknown>>;
}

const ACCEPT = 'application/graphql-response+json, application/json;q=0.9';

/** Sends one operation to the gateway that served this page and hands back its answer, errors included. */
export async function fetchOperation(operation: Operation, options?: RequestOptions): Promise<unknown> {
  const headers = new Headers({ accept: ACCEPT, 'content-type': 'application/json' });
  for (const [name, value] of Object.entries(options?.headers ?? {})) headers.set(name, String(value));
  const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(operation) });
  const body = await response.text();
  try {
    return JSON.parse(body);
  } catch {
    const excerpt = body.slice(0, 300).trim();
    throw new Error(
      `The gateway answered ${response.status} ${response.statusText} without JSON: ${excerpt}`,
    );
  }
}
