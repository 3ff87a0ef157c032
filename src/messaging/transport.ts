/**
 * Messages between the parts of the extension, by the browser's own means. A library for this would cost every page
 * three kilobytes for logging and error classes that nobody reads here.
 */

import type { Browser } from "@wxt-dev/browser";
import { browser } from "@wxt-dev/browser";
import { errorText } from "../domain/error-text.ts";

/** What a table of messages looks like: each takes one value or none and gives one back. */
type Calls<M> = { [T in keyof M]: (data: never) => unknown };
type Data<F> = F extends (data: infer D) => unknown ? D : undefined;
type Given<F> = F extends (...data: never[]) => infer R ? Awaited<R> : never;

export interface Heard<D> {
  data: D;
  /** As the browser says, not the message. */
  sender: Sender;
}

/** Who sent a message, as the browser says. */
export type Sender = Browser.runtime.MessageSender;

type Reply = { res?: unknown; err?: string } | undefined;

/** The other side heard the message, and threw. */
export class AnsweredError extends Error {}

/** @returns `sendMessage`, which rejects where nobody hears it or the other side throws, and `onMessage`. */
export function messaging<M extends Calls<M>>() {
  const heard = new Map<keyof M, (message: Heard<never>) => unknown>();

  /** One listener for all, put up with the first: a browser answers with the first reply it gets. */
  function listen(message: unknown, sender: Sender, reply: (r: Reply) => void): boolean {
    const { type, data } = (typeof message === "object" && message ? message : {}) as {
      type?: keyof M;
      data?: never;
    };
    const hear = heard.get(type as keyof M);
    if (!hear) return false;
    void (async () => {
      try {
        reply({ res: await hear({ data: data as never, sender }) });
      } catch (error) {
        reply({ err: errorText(error) });
      }
    })();
    return true;
  }

  return {
    /** @param tab the tab whose page shall hear it; without one the background and the extension's pages do. */
    async sendMessage<T extends keyof M>(type: T, data: Data<M[T]>, tab?: number): Promise<Given<M[T]>> {
      const message = { type, data };
      const reply = (await (tab === undefined
        ? browser.runtime.sendMessage(message)
        : browser.tabs.sendMessage(tab, message))) as Reply;
      if (!reply) throw new Error("No response");
      if (reply.err !== undefined) throw new AnsweredError(reply.err);
      return reply.res as Given<M[T]>;
    },
    onMessage<T extends keyof M>(
      type: T,
      hear: (message: Heard<Data<M[T]>>) => Given<M[T]> | Promise<Given<M[T]>>,
    ): void {
      if (heard.size === 0) browser.runtime.onMessage.addListener(listen);
      heard.set(type, hear as (message: Heard<never>) => unknown);
    },
  };
}
