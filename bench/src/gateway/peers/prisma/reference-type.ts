import { type Builder, english } from './builder.ts';

/** Adds what others point to: sources, indicators, places and organizations. */
export function addReferences(builder: Builder) {
  const Source = builder.prismaObject('Source', {
    fields: (t) => ({ code: t.exposeString('code'), title: t.exposeString('title') }),
  });
  builder.prismaObject('Indicator', {
    fields: (t) => ({
      code: t.exposeString('code'),
      name: t.string({ resolve: ({ name }) => english(name) }),
      unit: t.exposeString('unit'),
    }),
  });
  const District = builder.prismaObject('District', {
    fields: (t) => ({
      code: t.exposeString('code'),
      name: t.string({ resolve: ({ name }) => english(name) }),
    }),
  });
  const City = builder.prismaObject('City', {
    fields: (t) => ({
      code: t.exposeString('code'),
      name: t.string({ resolve: ({ name }) => english(name) }),
    }),
  });
  builder.prismaObject('Organization', {
    fields: (t) => ({
      code: t.exposeString('code'),
      name: t.string({ resolve: ({ name }) => english(name) }),
    }),
  });
  return { Source, District, City };
}

/** The types that lists through join tables are made of. */
export type References = ReturnType<typeof addReferences>;
