/** What takes away variables by which npm and pnpm are set, in either case, those whose names match. */
export function unset(pattern: RegExp): Record<string, undefined> {
  const names = Object.keys(process.env).filter((name) => {
    const lower = name.toLowerCase();
    return /^p?npm_config_/.test(lower) && pattern.test(lower);
  });
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
