/** A contract with one of everything that can be taken away. */
export const RELEASED = `
  interface Node { id: ID! }
  type City implements Node { id: ID! code: String! name: String districtCode: String @deprecated(reason: "Use \`code\`.") }
  type Village implements Node { id: ID! code: String @deprecated(reason: "No replacement: villages are cities now.") }
  type Region { code: String! }
  type Query {
    node(id: ID!): Node
    city(code: String!, language: String = "en", old: Boolean @deprecated(reason: "No replacement.")): City
    cities(filter: CityFilter): [City!]!
    region: Region @deprecated(reason: "Use \`city\`.")
    found: Found
  }
  union Found = City | Village
  enum Kind { NGO STATE FIRM @deprecated(reason: "Use \`NGO\`.") }
  input CityFilter { kind: Kind first: Int = 10 was: Kind @deprecated(reason: "Use \`kind\`.") }
`;

/** The same with one text put in the place of another. */
export function changed(text: string, by: string): string {
  if (!RELEASED.includes(text)) throw new Error(`"${text}" is not in the contract`);
  return RELEASED.replace(text, by);
}
