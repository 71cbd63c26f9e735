import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeContract } from '../../packages/sdk/src/doctor/contract.fixture.ts';
import { serveContract } from '../../packages/sdk/src/doctor/partner.fixture.ts';
import { type BuiltGateway, startBuiltGateway } from './gateway.ts';
import { run } from './run.ts';
import { createStranger, listNodes, type Stranger } from './stranger.ts';

const nodes = await listNodes();

let gateway: BuiltGateway;
let stranger: Stranger;
beforeAll(async () => {
  [gateway, stranger] = await Promise.all([startBuiltGateway(), createStranger()]);
  await mkdir(path.join(stranger.directory, 'clean'));
  await mkdir(path.join(stranger.directory, 'src/parts'), { recursive: true });
  await stranger.write('clean/cities.graphql', 'query { cities { nodes { ...City } } }');
  await stranger.write('clean/city.ts', 'gql`fragment City on City { code name }`;');
  await stranger.write('src/page.tsx', page);
  await stranger.write('src/parts/head.graphql', 'fragment Head on Project {\n  title\n  targetGroups\n}');
}, 180_000);
afterAll(async () => {
  await Promise.all([gateway?.close(), stranger?.remove()]);
});

const page = `
import { createClient } from '@reintegration/sdk';
import { ProjectFigure, ProjectFigures } from '@reintegration/sdk/operations';
import { graphql } from '@reintegration/sdk/graphql';

const One = graphql(\`
  query One($code: String!) {
    project(code: $code) { ...Head status }
  }
\`);
export const Page = () => <p>{String(One)}</p>;
`;

const doctor = (...args: readonly string[]) =>
  run('npx', ['--offline', '@reintegration/sdk', 'doctor', ...args], { cwd: stranger.directory });

describe('npx @reintegration/sdk doctor', () => {
  test('finds nothing in sources that fit, at the gateway neither', async () => {
    const { code, stdout } = await doctor('clean', '--url', gateway.url, '--fail-on', 'deprecated');
    expect(stdout).toContain('Checked 1 operation, 1 fragment and 0 names');
    expect(stdout).toContain('Nothing breaks, and nothing is deprecated.');
    expect(code).toBe(0);
  });

  test('names what is deprecated, gone and renamed at the gateway', async () => {
    const url = await serveContract(
      changeContract({
        'Project.title': { deprecated: 'Use `name`.' },
        'Project.status': 'gone',
        'Figure.progress': 'gone',
        'Project.targetGroups': { name: 'targetedGroups' },
      }),
    );
    const { code, stdout } = await doctor('src', '--url', url);
    expect(
      stdout,
    ).toBe(`src/page.tsx:3:10  breaking (in the installed contract)  ProjectFigure is not in @reintegration/sdk/operations.
    Did you mean "ProjectFigures"?
src/page.tsx:3:25  breaking (at the gateway)  The gateway does not answer ProjectFigures of the installed version: Cannot query field "progress" on type "Figure".
    Install the version of @reintegration/sdk that fits the gateway.
src/page.tsx:8:36  breaking (at the gateway)  Cannot query field "status" on type "Project".

src/parts/head.graphql:2:3  deprecated (at the gateway)  Project.title is deprecated.
    Use \`name\`.
src/parts/head.graphql:3:3  breaking (at the gateway)  Cannot query field "targetGroups" on type "Project".
    Did you mean "targetedGroups"?

Checked 1 operation, 1 fragment and 2 names from @reintegration/sdk/operations, in 2 of 2 files,
against the contract of @reintegration/sdk 0.0.0, and that of ${url}.
4 breaking, 1 deprecated.
`);
    expect(code).toBe(1);
  });

  test('says what it could not do', async () => {
    const { code, stdout, stderr } = await doctor('nowhere');
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('"nowhere" is not there.')]);
  });

  test.each(nodes)('runs with Node $version', async ({ program }) => {
    const bin = path.join(stranger.directory, 'node_modules/.bin/reintegration-sdk');
    const { code, stdout } = await run(program, [bin, 'doctor', 'src', '--json'], {
      cwd: stranger.directory,
    });
    expect([code, JSON.parse(stdout)]).toEqual([1, expect.objectContaining({ operations: 1, breaking: 1 })]);
  });
});
