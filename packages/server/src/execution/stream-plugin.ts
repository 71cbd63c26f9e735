import type { ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApiError, type Context } from '@reintegration/schema';
import { GraphQLError, OperationTypeNode } from 'graphql';

// By the headers of the request, which no caller can give: a header could be made up.
const streams = new WeakMap<HeaderMap, { isSubscription: boolean }>();

/** Lets a request with these headers subscribe. */
export function allowStream(headers: HeaderMap): void {
  streams.set(headers, { isSubscription: false });
}

/** Whether the request with these headers did subscribe. */
export function isSubscription(headers: HeaderMap): boolean {
  return streams.get(headers)?.isSubscription ?? false;
}

/** Refuses subscriptions that nobody could be told the events of. */
export const streamPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, request }) => {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
      const stream = request.http && streams.get(request.http.headers);
      if (!stream) throw notAsStream();
      stream.isSubscription = true;
    },
  }),
};

function notAsStream(): GraphQLError {
  const { message, extensions } = new ApiError(
    'BAD_REQUEST',
    'A subscription is answered by server-sent events. Expected "Accept: text/event-stream".',
  );
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 406 } } });
}
