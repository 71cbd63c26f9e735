import { onTestFinished } from 'vitest';
import { startIssuer, type TestIssuer } from './started-issuer.fixture.ts';

/** An issuer of tokens for the running test. */
export async function useIssuer(): Promise<TestIssuer> {
  const issuer = await startIssuer();
  onTestFinished(issuer.close);
  return issuer;
}
