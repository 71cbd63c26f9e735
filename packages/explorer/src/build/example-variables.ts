/** Values that an example starts with, by variable name or, where one name means several things, `Operation.name`. */
export const exampleVariables: Readonly<Record<string, unknown>> = {
  after: null,
  search: 'krusevac',
  project: 'reintegration-ii',
  city: 'novi-pazar',
  network: 'iris',
  during: '2023',
  'ProjectFigures.code': 'reintegration-ii',
  'CityFigures.code': 'novi-pazar',
  'Participations.code': 'reintegration-ii',
  'Networks.code': 'iris',
  // The global id of the city `novi-pazar`.
  'ByNode.id': 'Q2l0eTpub3ZpLXBhemFy',
};
