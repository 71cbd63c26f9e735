import { builder } from '../builder.ts';
import { localizedField, localizedListField } from '../locale/type.ts';
import type { ProjectComponentRow } from './relation-store.ts';
import { type ComponentRow, componentByCode } from './store.ts';

/** The strands of a project's work. */
export const ComponentCode = builder.enumType('ComponentCode', {
  description: 'A strand of a project’s work.',
  values: {
    ECONOMIC: { description: 'Employment and self-employment.' },
    PSYCHOSOCIAL: { description: 'Psychological and social support.' },
    INSTITUTIONAL: { description: 'Social services and those who plan and provide them.' },
    VISIBILITY: { description: 'Events, media and public calls.' },
  } as const,
});

/** A strand of work, the same for all projects. */
export const Component = builder.objectRef<ComponentRow>('Component').implement({
  extensions: { scope: 'PUBLIC' },
  description: 'A strand of work, the same four for every project of the network.',
  fields: (t) => ({
    code: t.field({ type: ComponentCode, description: 'Stable key.', resolve: ({ code }) => code }),
    name: localizedField(t, 'Name.', ({ name }) => name),
  }),
});

/** What a project does within a component. */
export const ProjectComponent = builder.objectRef<ProjectComponentRow>('ProjectComponent').implement({
  extensions: { scope: 'PUBLIC' },
  description: 'What a project does within a component.',
  fields: (t) => ({
    component: t.field({
      type: Component,
      description: 'The component.',
      resolve: ({ componentCode }, _args, context) => componentByCode.required(context, componentCode),
    }),
    supports: localizedListField(t, 'The kinds of support given.', ({ supports }) => supports),
  }),
});
