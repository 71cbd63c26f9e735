import { builder } from '../builder.ts';
import { resolveKeyset } from '../paging/keyset.ts';
import { IS_CODE, parseCode } from '../scalar/code.ts';
import { parseSearch } from '../scalar/search.ts';
import { cityByCode, countCities, districtByCode, listCities, listDistricts } from './store.ts';
import { City, District } from './type.ts';

builder.queryFields((t) => ({
  district: t.field({
    extensions: { scope: 'PUBLIC' },
    type: District,
    nullable: true,
    description: 'The district with this code; null when there is none.',
    args: { code: t.arg.string({ required: true, description: 'For example pirotski.' }) },
    resolve: (_root, { code }, context) => districtByCode(context, code),
  }),
  districts: t.field({
    extensions: { scope: 'PUBLIC' },
    type: [District],
    description: 'All districts, by code.',
    resolve: (_root, _args, { reader }) => listDistricts(reader),
  }),
  city: t.field({
    extensions: { scope: 'PUBLIC' },
    type: City,
    nullable: true,
    description: 'The city with this code; null when there is none.',
    args: { code: t.arg.string({ required: true, description: 'For example novi-pazar.' }) },
    resolve: (_root, { code }, context) => cityByCode(context, code),
  }),
  cities: t.connection(
    {
      extensions: { scope: 'PUBLIC' },
      type: City,
      description: 'Cities and municipalities, by code.',
      args: {
        search: t.arg.string({
          description:
            'Part of the name, in any script, with or without diacritics: krusevac, Kruševac, Крушевац.',
        }),
        district: t.arg.string({
          extensions: IS_CODE,
          description: 'Code of the district that they lie in.',
        }),
      },
      resolve: (_root, args, { reader }) => {
        const filter = { search: parseSearch(args.search), district: parseCode('district', args.district) };
        return resolveKeyset(args, {
          name: 'cities',
          read: (window) => listCities(reader, filter, window),
          keyOf: ({ code }) => code,
          count: () => countCities(reader, filter),
        });
      },
    },
    { extensions: { scope: 'PUBLIC' }, description: 'A page of cities.' },
    { extensions: { scope: 'PUBLIC' }, description: 'A city with its cursor.' },
  ),
}));
