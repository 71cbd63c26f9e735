import { inspect } from 'node:util';
import type { CountingServer } from './counting-server.ts';
import type { Program } from './program.ts';
import { REFUSALS } from './requests.ts';

const TOKEN = 'a-token-that-is-secret';
const VARIABLE = 'a-variable-that-is-private';

/** What of a request comes back in an error. */
export type Leaks = {
  readonly tokenPrinted: boolean;
  /** Of a token that was given with the call; null where that is not possible. */
  readonly callTokenPrinted: boolean | null;
  readonly variableInMessage: boolean;
  readonly variablePrinted: boolean;
};

/** Refuses a question in each way, and looks for its token and its variable in what the client makes of it. */
export async function findLeaks(program: Program, server: CountingServer): Promise<Leaks> {
  const { queryAs } = program;
  const { messages, printed } = await collectFailures(server, () =>
    program.query(program.connect(server.url, TOKEN), VARIABLE),
  );
  const byCall = queryAs && (await collectFailures(server, () => queryAs(server.url, TOKEN, VARIABLE)));
  return {
    tokenPrinted: printed.includes(TOKEN),
    callTokenPrinted: byCall?.printed.includes(TOKEN) ?? null,
    variableInMessage: messages.includes(VARIABLE),
    variablePrinted: printed.includes(VARIABLE),
  };
}

async function collectFailures(server: CountingServer, ask: () => Promise<unknown>) {
  const messages: string[] = [];
  const prints: string[] = [];
  for (const refusal of REFUSALS) {
    server.reset(Array(5).fill(refusal));
    const failure = failureOf(await ask().catch((error) => ({ error })));
    if (failure === undefined) continue;
    messages.push(String((failure as { message?: unknown }).message));
    prints.push(inspect(failure), String((failure as { stack?: unknown }).stack), asJson(failure));
  }
  if (messages.length === 0) throw new Error('Nothing was refused.');
  return { messages: messages.join('\n'), printed: prints.join('\n') };
}

/** Some clients throw, and some give the failure back. */
function failureOf(result: unknown): unknown {
  const { error, errors } = (result ?? {}) as { readonly error?: unknown; readonly errors?: unknown };
  return error ?? errors;
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // It refers to itself: a log cannot keep it so.
    return '';
  }
}
