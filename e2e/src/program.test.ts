import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetDirectory } from '../../testing/database.ts';
import { runProgram, startProgram } from './program.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-program-'));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

async function figure(port: string): Promise<{ value: string; revision: number }> {
  const query =
    '{ project(code: "reintegration-ii") { figures(indicators: ["self-employment-grants"]) { value revision } } }';
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as {
    data: { project: { figures: [{ value: string; revision: number }] } };
  };
  return data.project.figures[0];
}

describe('serve', () => {
  it('starts on an empty folder, says each step and where to look next, and stops cleanly', async () => {
    const env = { DATA_DIR: path.join(folder, 'first'), PORT: await freePort() };
    const server = startProgram(['serve'], env);
    await server.waitFor('Stop with Ctrl-C');
    for (const step of [
      'creating the database',
      'starting PostgreSQL',
      'migrations',
      'loading',
      '/graphql',
    ]) {
      expect(server.printed()).toContain(step);
    }
    expect(await figure(env.PORT)).toEqual({ value: '42', revision: 1 });
    expect(await server.end('SIGINT')).toBe(0);
    expect(server.printed()).toContain('✓ stopped');
    await expect(readFile(path.join(env.DATA_DIR, 'postgres/postmaster.pid'))).rejects.toThrow();
  });

  it('a second one on the same folder joins the first; whichever stops, the other goes on', async () => {
    const DATA_DIR = path.join(folder, 'shared');
    const [a, b] = [await freePort(), await freePort()];
    const first = startProgram(['serve'], { DATA_DIR, PORT: a });
    await first.waitFor('Stop with Ctrl-C');
    const second = startProgram(['serve'], { DATA_DIR, PORT: b });
    await second.waitFor('Stop with Ctrl-C');
    expect(second.printed()).toContain('joined');
    expect(await first.end('SIGTERM')).toBe(0);
    expect(await figure(b)).toEqual({ value: '42', revision: 1 });
  });

  it('says whose port it is when the port is taken, and leaves the server there alone', async () => {
    const env = { DATA_DIR: path.join(folder, 'port'), PORT: await freePort() };
    const first = startProgram(['serve'], env);
    await first.waitFor('Stop with Ctrl-C');
    const second = await runProgram(['serve'], env);
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(
      new RegExp(`Port ${env.PORT} of localhost is taken .* choose another port: PORT=`),
    );
    // It has published nothing before it found that out.
    expect(second.stderr).not.toMatch(/PostgreSQL|nothing new/);
    expect(await figure(env.PORT)).toEqual({ value: '42', revision: 1 });
  });

  it('starts again after it was killed, with everything that was committed', async () => {
    const env = { DATA_DIR: path.join(folder, 'killed'), PORT: await freePort() };
    const first = startProgram(['serve'], env);
    await first.waitFor('Stop with Ctrl-C');
    await first.end('SIGKILL');
    const second = startProgram(['serve'], env);
    await second.waitFor('Stop with Ctrl-C');
    expect(second.printed()).toContain('nothing new');
    expect(await figure(env.PORT)).toEqual({ value: '42', revision: 1 });
    expect(await second.end('SIGINT')).toBe(0);
  });
});

describe('load', () => {
  it('joins the database of a running server: an edited figure is a new revision there at once', async () => {
    const env = { DATA_DIR: path.join(folder, 'load'), PORT: await freePort() };
    const server = startProgram(['serve'], env);
    await server.waitFor('Stop with Ctrl-C');
    const edited = path.join(folder, 'dataset/edited');
    await cp(datasetDirectory, edited, { recursive: true });
    const file = path.join(edited, 'measurements.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"42"', '"43"'));

    const { code, stderr } = await runProgram(['load', edited], env);
    expect(stderr).toContain('0 added, 1 changed, 0 withdrawn');
    expect(code).toBe(0);
    expect(await figure(env.PORT)).toEqual({ value: '43', revision: 2 });
  });
});

describe('check', () => {
  it('names every problem with its file, its place, what was found and what was expected', async () => {
    const wrong = path.join(folder, 'dataset/wrong');
    await cp(datasetDirectory, wrong, { recursive: true });
    const file = path.join(wrong, 'measurements.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"42"', '"forty-two"').replace('"2023/.."', '"2025-04-31/.."'));
    const { code, stderr } = await runProgram(['check', wrong]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /measurements\.json: measurements\[0\]\.value: found "forty-two", expected a decimal/,
    );
    expect(stderr).toMatch(
      /measurements\.json: measurements\[10\]\.period: found "2025-04-31\/\.\.", .*April 2025 has 30 days/,
    );
  });

  it('finds no problem in the datasets that come with the package', async () => {
    expect(await runProgram(['check'])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('17 measurements'),
    });
  });
});

it.each(['serve', 'migrate', 'load', 'check'])('%s --help says what it does', async (command) => {
  const { code, stdout } = await runProgram([command, '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain(`Usage: reintegration ${command}`);
});

it('says all that is wrong with the environment at once, and never prints a password', async () => {
  const env = { PORT: 'abc', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://someone:hunter2@db/x' };
  const { code, stderr } = await runProgram(['serve'], env);
  expect(code).toBe(1);
  for (const name of Object.keys(env)) expect(stderr).toContain(`${name}: found`);
  expect(stderr).not.toContain('hunter2');
});
