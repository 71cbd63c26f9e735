import { builder } from '../builder.ts';
import { type SourceRow, sourceByCode, sourceById, translationsOf } from './store.ts';

/** A published document. */
export const Source = builder.objectRef<SourceRow>('Source');

builder.node(Source, {
  extensions: { scope: 'PUBLIC' },
  description: 'A published document that a figure or a fact was read from.',
  id: { resolve: ({ code }) => code },
  loadMany: (codes, context) =>
    Promise.all(codes.map(async (code) => (await sourceByCode(context, code)) ?? null)),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable, readable key.' }),
    title: t.exposeString('title', { description: 'As printed, in the language of the document.' }),
    language: t.expose('language', {
      type: 'LanguageTag',
      description: 'Language that the document is written in.',
    }),
    publisher: t.exposeString('publisher', { description: 'Who published it.' }),
    url: t.expose('url', {
      type: 'URL',
      nullable: true,
      description: 'Where it can be read on the web, when that is known.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'When it was published; null where the document carries no date.',
    }),
    translationOf: t.field({
      type: Source,
      nullable: true,
      description: 'The document that this one is a translation of.',
      resolve: ({ translationOfId }, _args, context) =>
        translationOfId === null ? null : sourceById(context, translationOfId),
    }),
    translations: t.field({
      type: [Source],
      description: 'Translations of this document.',
      resolve: ({ id }, _args, context) => translationsOf(context, id),
    }),
  }),
});
