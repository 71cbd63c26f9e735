/** The work that is compared, as one client does it. Each program has these functions. */
export type Program = {
  /** A client for a server, with a token. */
  connect(url: string, token: string): unknown;
  /** Asks one question with a variable, and answers whatever the client answers. */
  query(client: unknown, search: string): Promise<unknown>;
  /** The same, with a token for this call alone, where a client has that. */
  queryAs?(url: string, token: string, search: string): Promise<unknown>;
  /** Three items with two relations each: the names of the relations. */
  related(client: unknown): Promise<readonly (readonly string[])[]>;
  /** A list to its end, in pages of 100. */
  list(client: unknown): Promise<readonly unknown[]>;
};

/** Cities as the programs ask for them. */
export type CityPage = {
  readonly cities: {
    readonly nodes: readonly { readonly code: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

/** Activities as the programs ask for them. */
export type ActivityPage = {
  readonly activities: {
    readonly nodes: readonly {
      readonly place: { readonly code: string } | null;
      readonly sources: readonly { readonly code: string }[];
    }[];
  };
};

/** The relations of each activity. */
export function relationsOf({ activities }: ActivityPage): string[][] {
  return activities.nodes.map(({ place, sources }) => [
    place?.code ?? '',
    ...sources.map(({ code }) => code),
  ]);
}
