/**
 * Typed messages between the parts of the extension. A library for this would cost every page three kilobytes, for
 * logging and error classes that are not used here.
 */

import type { Browser } from "@wxt-dev/browser";
import { browser } from "@wxt-dev/browser";
import { errorText } from "../domain/error-text.ts";

/** A map of messages: each takes one value or none and returns one. */
type MessageMap<M> = { [T in keyof M]: (data: never) => unknown };
type Data<F> = F extends (data: infer D) => unknown ? D : undefined;
type Result<F> = F extends (...data: never[]) => infer R ? Awaited<R> : never;

export interface ReceivedMessage<D> {
  data: D;
  /** From the browser, not from the message. */
  sender: Sender;
}

/** Sender of a message, as the browser states it. */
export type Sender = Browser.runtime.MessageSender;

type Reply = { res?: unknown; err?: string } | undefined;

/** The other side received the message and threw. */
export class RemoteError extends Error {}

/** @returns `sendMessage`, which rejects if nobody receives the message or the other side throws, and `onMessage`. */
export function messaging<M extends MessageMap<M>>() {
  const handlers = new Map<keyof M, (message: ReceivedMessage<never>) => unknown>();

  /** One listener for all types, added with the first: a browser uses the first reply only. */
  function listen(message: unknown, sender: Sender, reply: (r: Reply) => void): boolean {
    const { type, data } = (typeof message === "object" && message ? message : {}) as {
      type?: keyof M;
      data?: never;
    };
    const handler = handlers.get(type as keyof M);
    if (!handler) return false;
    void (async () => {
      try {
        reply({ res: await handler({ data: data as never, sender }) });
      } catch (error) {
        reply({ err: errorText(error) });
      }
    })();
    return true;
  }

  return {
    /** @param tab the tab whose page receives it; without one, the background and the extension's pages do. */
    async sendMessage<T extends keyof M>(type: T, data: Data<M[T]>, tab?: number): Promise<Result<M[T]>> {
      const message = { type, data };
      const reply = (await (tab === undefined
        ? browser.runtime.sendMessage(message)
        : browser.tabs.sendMessage(tab, message))) as Reply;
      if (!reply) throw new Error("No response");
      if (reply.err !== undefined) throw new RemoteError(reply.err);
      return reply.res as Result<M[T]>;
    },
    onMessage<T extends keyof M>(
      type: T,
      handler: (message: ReceivedMessage<Data<M[T]>>) => Result<M[T]> | Promise<Result<M[T]>>,
    ): void {
      if (handlers.size === 0) browser.runtime.onMessage.addListener(listen);
      handlers.set(type, handler as (message: ReceivedMessage<never>) => unknown);
    },
  };
}
