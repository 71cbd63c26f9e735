import { builder } from '../builder.ts';
import { badUserInput } from '../error.ts';
import { decodeGlobalId } from '../paging/global-id.ts';
import { type KeysetWindow, resolveKeyset } from '../paging/keyset.ts';
import { IS_CODE, parseCode } from '../scalar/code.ts';
import { beneficiaryById, countBeneficiaries, isUuid, listBeneficiaries } from './store.ts';
import './support-type.ts';
import { Beneficiary, BeneficiaryCategoryEnum, BeneficiaryKindEnum } from './type.ts';

const BeneficiaryFilter = builder.inputType('BeneficiaryFilter', {
  description: 'What to narrow beneficiaries by. What is absent narrows nothing.',
  fields: (t) => ({
    project: t.string({ extensions: IS_CODE, description: 'Code of the project.' }),
    city: t.string({ extensions: IS_CODE, description: 'Code of the city.' }),
    category: t.field({ type: BeneficiaryCategoryEnum, description: 'Why they are supported.' }),
    kind: t.field({ type: BeneficiaryKindEnum, description: 'Persons or households.' }),
  }),
});

/** A cursor is bound to its list, yet anybody could work one out: it stands on an id or on nothing. */
function requireIds({ after, before }: KeysetWindow): void {
  for (const key of [after, before]) {
    if (key !== null && !isUuid(key)) throw badUserInput('A cursor was made up. Expected one of this list.');
  }
}

builder.queryFields((t) => ({
  beneficiary: t.field({
    type: Beneficiary,
    nullable: true,
    extensions: { scope: 'PARTNER' },
    description: 'The beneficiary with this id; null when there is none that the viewer may see.',
    args: { id: t.arg.id({ required: true, description: 'Global id, as its field `id` told it.' }) },
    resolve: (_root, args, context) => {
      const { typename, id } = decodeGlobalId(args.id);
      return typename === 'Beneficiary' ? beneficiaryById(context, id) : null;
    },
  }),
  beneficiaries: t.connection(
    {
      type: Beneficiary,
      extensions: { scope: 'PARTNER' },
      description: 'The beneficiaries that the viewer may see, by id; none for others.',
      args: { filter: t.arg({ type: BeneficiaryFilter, description: 'What to narrow them by.' }) },
      resolve: (_root, args, context) => {
        const filter = {
          project: parseCode('project', args.filter?.project),
          city: parseCode('city', args.filter?.city),
          category: args.filter?.category ?? null,
          kind: args.filter?.kind ?? null,
        };
        return resolveKeyset(args, {
          name: 'beneficiaries',
          read: (window) => {
            requireIds(window);
            return listBeneficiaries(context, filter, window);
          },
          keyOf: ({ id }) => id,
          count: () => countBeneficiaries(context, filter),
        });
      },
    },
    { extensions: { scope: 'PARTNER' }, description: 'A page of beneficiaries.' },
    { extensions: { scope: 'PARTNER' }, description: 'A beneficiary with its cursor.' },
  ),
}));
