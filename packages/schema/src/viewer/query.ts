import { builder } from '../builder.ts';
import { Viewer } from './type.ts';

builder.queryField('viewer', (t) =>
  t.field({
    extensions: { scope: 'PUBLIC' },
    type: Viewer,
    description: 'Who asks, and what that lets it do. Without a key or a token it is the public.',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
);
