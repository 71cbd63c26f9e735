import { builder } from '../builder.ts';
import { resolveKeyset } from '../paging/keyset.ts';
import { IS_CODE, parseCode } from '../scalar/code.ts';
import { countOpenCalls, listOpenCalls, openCallByCode } from './store.ts';
import { OpenCall } from './type.ts';

builder.queryFields((t) => ({
  openCall: t.field({
    extensions: { scope: 'PUBLIC' },
    type: OpenCall,
    nullable: true,
    description: 'The public call with this code; null when there is none.',
    args: {
      code: t.arg.string({ required: true, description: 'For example public-call-grants-novi-pazar.' }),
    },
    resolve: (_root, { code }, context) => openCallByCode(context, code),
  }),
  openCalls: t.connection(
    {
      extensions: { scope: 'PUBLIC' },
      type: OpenCall,
      description: 'Public calls, by code.',
      args: { project: t.arg.string({ extensions: IS_CODE, description: 'Code of the project.' }) },
      resolve: (_root, { project: given, ...args }, { reader }) => {
        const project = parseCode('project', given);
        return resolveKeyset(args, {
          name: 'openCalls',
          read: (window) => listOpenCalls(reader, project, window),
          keyOf: ({ code }) => code,
          count: () => countOpenCalls(reader, project),
        });
      },
    },
    { extensions: { scope: 'PUBLIC' }, description: 'A page of public calls.' },
    { extensions: { scope: 'PUBLIC' }, description: 'A public call with its cursor.' },
  ),
}));
