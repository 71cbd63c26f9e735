// Plain JavaScript: npm runs it with whatever Node the machine has.
if (!process.env.npm_config_user_agent?.startsWith('pnpm/')) {
  console.error(
    'This package is packed and published by pnpm, which puts versions for "workspace:^" and adds the licence. ' +
      'Run "npx -y pnpm@12 pack" here.',
  );
  process.exitCode = 1;
}
