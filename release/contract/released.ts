const HEADER = /^# The contract as it was released with version (\S+)\.$/m;

/** What `packages/schema/released.graphql` holds for a version. */
export function writeReleased(contract: string, version: string): string {
  return (
    `# The contract as it was released with version ${version}.\n` +
    '# The next version is measured against it. Written by `pnpm run version`, never by hand.\n\n' +
    contract
  );
}

/** The version that a released contract belongs to, or null when it does not say. */
export function releasedVersion(released: string): string | null {
  return HEADER.exec(released)?.[1] ?? null;
}
