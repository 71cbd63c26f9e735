import type { Meta } from './meta.ts';

/** The data of an answer, with what is known of the answer itself. */
export type WithMeta<Answer> = {
  /** What the operation asked for. */
  readonly data: Answer;
  /** What is known of the answer. */
  readonly meta: Meta;
};

/**
 * One operation on its way. It is sent when it is first awaited (or `then`, `catch`, `finally` or `withMeta` is
 * called), and once however often that happens: one call is one answer.
 */
export interface Call<Answer> extends Promise<Answer> {
  /**
   * The same answer, with what is known of it.
   *
   * @throws ApiError as the call itself does
   * @example
   * const { data, meta } = await client.run(DataVersion).withMeta();
   */
  withMeta(): Promise<WithMeta<Answer>>;
}

/** Makes a call of what sends it. */
export function createCall<Answer>(send: () => Promise<WithMeta<Answer>>): Call<Answer> {
  let sent: Promise<WithMeta<Answer>> | undefined;
  const withMeta = () => {
    sent ??= send();
    return sent;
  };
  const data = () => withMeta().then((answer) => answer.data);
  return {
    withMeta,
    // biome-ignore lint/suspicious/noThenProperty: being awaited is what sends it
    then: (onData, onError) => data().then(onData, onError),
    catch: (onError) => data().catch(onError),
    finally: (onEnd) => data().finally(onEnd),
  } as Call<Answer>;
}
