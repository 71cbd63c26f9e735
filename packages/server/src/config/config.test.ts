import path from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';
import { ENVIRONMENT, readEnvironment } from './env.ts';
import { Secret } from './secret.ts';

const parse = (env: Readonly<Record<string, string>> = {}) =>
  parseConfig(readEnvironment(env), 'default-folder');

function refusal(env: Readonly<Record<string, string>>): string {
  try {
    parse(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('The environment was taken');
}

describe('the environment', () => {
  it('may be empty', () => {
    expect(parse()).toEqual({
      host: 'localhost',
      port: 4000,
      database: { dataDirectory: path.resolve('default-folder') },
      replica: null,
      logLevel: 'info',
      publicUrl: null,
      persistedDocuments: null,
      onlyPersisted: false,
      issuers: [],
    });
  });

  it('is taken as it is', () => {
    const env = {
      HOST: '0.0.0.0',
      PORT: '0',
      DATA_DIR: 'data',
      DATABASE_REPLICA_URL: 'postgres://a:b@c/d',
      LOG_LEVEL: 'debug',
      PUBLIC_URL: 'https://a.example/hub/',
      PERSISTED_DOCUMENTS: 'own.json',
      ONLY_PERSISTED: 'true',
    };
    expect(parse(env)).toEqual({
      host: '0.0.0.0',
      port: 0,
      database: { dataDirectory: path.resolve('data') },
      replica: expect.any(Secret),
      logLevel: 'debug',
      publicUrl: 'https://a.example/hub',
      persistedDocuments: 'own.json',
      onlyPersisted: true,
      issuers: [],
    });
  });

  it('counts empty texts as absent and leaves spaces around the others out', () => {
    expect(parse({ HOST: '', PORT: '  ', LOG_LEVEL: '', DATABASE_URL: ' ' })).toEqual(parse());
    expect(parse({ PORT: ' 8080 ' }).port).toBe(8080);
  });

  it('names a database by its address rather than by a folder', () => {
    const { database } = parse({ DATABASE_URL: 'postgres://a:b@c/d', DATA_DIR: 'data' });
    expect('url' in database && database.url.reveal()).toBe('postgres://a:b@c/d');
    expect(database).not.toHaveProperty('dataDirectory');
  });

  it.each(['-1', '65536', '4000x', '1e3', '0x10', '4000.5', '∞'])('is refused with PORT %s', (port) => {
    expect(refusal({ PORT: port })).toContain(`PORT: found "${port}", expected a port from 0 to 65535`);
  });

  it.each(['mysql://a/b', 'localhost:5432', 'http://a'])('is refused with another database: %s', (url) => {
    expect(refusal({ DATABASE_URL: url })).toContain(
      'DATABASE_URL: found (not shown), expected a PostgreSQL address',
    );
  });

  it.each(['ftp://a', 'a.example', 'javascript:alert(1)'])('is refused with PUBLIC_URL %s', (url) => {
    expect(refusal({ PUBLIC_URL: url })).toContain('expected an address such as https://data.example.org');
  });

  it('is refused with every variable that is wrong, at once', () => {
    const env = {
      PORT: 'x',
      DATABASE_URL: 'x',
      DATABASE_REPLICA_URL: 'y',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'x',
      HOST: 'fine',
      ONLY_PERSISTED: '1',
    };
    expect(refusal(env).split('\n')).toEqual([
      'The environment cannot be used:',
      '  PORT: found "x", expected a port from 0 to 65535',
      '  DATABASE_URL: found (not shown), expected a PostgreSQL address such as postgresql://user:password@host:5432/name',
      '  DATABASE_REPLICA_URL: found (not shown), expected a PostgreSQL address such as postgresql://user:password@host:5432/name',
      '  LOG_LEVEL: found "loud", expected one of fatal, error, warn, info, debug, trace, silent',
      '  PUBLIC_URL: found "x", expected an address such as https://data.example.org',
      '  ONLY_PERSISTED: found "1", expected true or false',
    ]);
  });

  it('is explained in full: every variable that is read has a line of help', () => {
    const read: string[] = [];
    const env = new Proxy({}, { get: (_target, name) => void read.push(String(name)) });
    readEnvironment(env);
    expect(read.sort()).toEqual(Object.keys(ENVIRONMENT).sort());
  });
});

describe('the password of the database', () => {
  const config = parse({ DATABASE_URL: 'postgresql://user:hunter2@host/name' });

  it.each([
    ['String', () => `${'url' in config.database ? config.database.url : ''}`],
    ['JSON', () => JSON.stringify(config)],
    ['inspect', () => inspect(config, { depth: null, showHidden: true, getters: true })],
    ['inspect without its own rules', () => inspect(config, { depth: null, customInspect: false })],
    ['the entries', () => JSON.stringify(Object.entries(config.database))],
    ['an error', () => inspect(new Error('failed', { cause: config }), { depth: null })],
    [
      'an error of the configuration',
      () => refusal({ DATABASE_URL: 'postgres:/user:hunter2@host', PORT: 'x' }),
    ],
  ])('is not told by %s', (_what, print) => {
    expect(print()).not.toContain('hunter2');
  });
});
