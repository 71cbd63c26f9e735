import {
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  graphql,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { schema } from '../schema.ts';
import { enforceScopes } from './enforce-scopes.ts';
import { isNarrower, maySee, SCOPES } from './scope.ts';

type FieldConfig = GraphQLFieldConfig<unknown, Context>;

let calls = 0;
const counted = () => {
  calls += 1;
  return 'told';
};
const text = (extensions: object, more: Partial<FieldConfig> = {}): FieldConfig => ({
  type: GraphQLString,
  resolve: counted,
  extensions: extensions as FieldConfig['extensions'] & object,
  ...more,
});
const secret = new GraphQLObjectType({
  name: 'Secret',
  extensions: { scope: 'PARTNER' },
  fields: { value: { type: new GraphQLNonNull(GraphQLInt) } },
});

function contractOf(fields: Record<string, FieldConfig>, root: 'query' | 'subscription' = 'query') {
  const open = text({ scope: 'PUBLIC' });
  const query = new GraphQLObjectType({ name: 'Query', fields: root === 'query' ? fields : { open } });
  const subscription = new GraphQLObjectType({ name: 'Subscription', fields });
  return new GraphQLSchema(root === 'query' ? { query } : { query, subscription });
}

async function ask(role: string, source: string, fields: Record<string, FieldConfig>) {
  calls = 0;
  const contextValue = { viewer: { role } };
  const answer = await graphql({ schema: enforceScopes(contractOf(fields)), source, contextValue });
  return { answer: JSON.parse(JSON.stringify(answer)), calls };
}

describe('a field that says nothing of who may see it', () => {
  it('refuses the contract, at a root', () => {
    expect(() => enforceScopes(contractOf({ open: text({}) }))).toThrow(
      'Query.open says not who may see it. Expected extensions: { scope: … }.',
    );
  });

  it('refuses the contract, at a type that says nothing either', () => {
    const Mute = new GraphQLObjectType({ name: 'Mute', fields: { value: { type: GraphQLInt } } });
    const mute = text({ scope: 'PUBLIC' }, { type: Mute });
    expect(() => enforceScopes(contractOf({ mute }))).toThrow('Mute.value says not who may see it');
  });

  it('refuses the contract by a word that is no scope', () => {
    expect(() => enforceScopes(contractOf({ open: text({ scope: 'OPERATOR' }) }))).toThrow(
      'The scope of Query.open is "OPERATOR". Expected one of PUBLIC, MEMBER, PARTNER, STEWARD.',
    );
  });

  it('is nowhere in the contract', () => {
    const silent = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !isIntrospectionType(type))
      .filter((type) => isObjectType(type) && type.extensions.scope === undefined)
      .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []))
      .filter(({ extensions }) => extensions.scope === undefined);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

describe('a contract is refused', () => {
  it('when a field tells more people of a type than the type is for', () => {
    const open = text({ scope: 'MEMBER' }, { type: secret });
    expect(() => enforceScopes(contractOf({ open }))).toThrow(
      'Query.open is for MEMBER, yet it tells of Secret, which is for fewer.',
    );
  });

  it('when a field that is not for all cannot say that nothing is there', () => {
    const must = text({ scope: 'MEMBER' }, { type: new GraphQLNonNull(GraphQLString) });
    expect(() => enforceScopes(contractOf({ must }))).toThrow('Query.must must tell something.');
  });

  it('when a subscription is not public', () => {
    expect(() => enforceScopes(contractOf({ news: text({ scope: 'MEMBER' }) }, 'subscription'))).toThrow(
      'Subscription.news is not public.',
    );
  });
});

describe('a field that is not for the viewer', () => {
  it('answers as if nothing were there, and nothing is read', async () => {
    const list = { type: new GraphQLNonNull(new GraphQLList(GraphQLString)) };
    const told = await ask('PUBLIC', '{ one many none }', {
      one: text({ scope: 'MEMBER' }),
      many: text({ scope: 'MEMBER' }, list),
      none: text({ scope: 'STEWARD', absent: () => 'nothing' }, { type: new GraphQLNonNull(GraphQLString) }),
    });
    expect(told).toEqual({ answer: { data: { one: null, many: [], none: 'nothing' } }, calls: 0 });
  });

  it.each(SCOPES)('of the role %s answers to that role and to those above it alone', async (scope) => {
    for (const role of [...SCOPES, 'OPERATOR'] as const) {
      const { answer } = await ask(role, '{ one }', { one: text({ scope }) });
      const mayRead = role === 'OPERATOR' || !isNarrower(scope, role);
      expect({ role, ...answer.data }).toEqual({ role, one: mayRead ? 'told' : null });
    }
  });

  it('answers nothing to a role that nobody knows', () => {
    const viewer = { role: 'ADMIN' } as unknown as Context['viewer'];
    expect(SCOPES.map((scope) => maySee({ viewer }, scope))).toEqual([false, false, false, false]);
  });

  it('within a type fails, should anything lead there all the same', async () => {
    const fields = { value: { type: new GraphQLNonNull(GraphQLInt) } };
    const node = new GraphQLObjectType({ name: 'Node', extensions: { scope: 'PARTNER' }, fields });
    const open = text({ scope: 'PUBLIC' }, { type: node, resolve: () => ({ value: 7 }) });
    expect((await ask('PARTNER', '{ open { value } }', { open })).answer.data).toEqual({
      open: { value: 7 },
    });
    const { answer } = await ask('MEMBER', '{ open { value } }', { open });
    expect(answer).toMatchObject({ data: { open: null }, errors: [{ path: ['open', 'value'] }] });
  });
});

it('leaves public fields as they are, so that they cost nothing', () => {
  const { open } =
    contractOf({ open: text({ scope: 'PUBLIC' }) })
      .getQueryType()
      ?.getFields() ?? {};
  expect(open?.resolve).toBe(counted);
  const contract = enforceScopes(contractOf({ open: text({ scope: 'PUBLIC' }) }));
  expect(contract.getQueryType()?.getFields().open?.resolve).toBe(counted);
});
