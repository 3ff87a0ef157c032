import type { Site, SiteData } from "../adapter.ts";
import { chat } from "../shared/messenger.ts";
import { hosts, labels, selectors } from "./site.json";

export const telegramData: SiteData = { hosts, selectors, labels };

/** Web K and Web A name a public chat in their address: `#@name`. */
const handle = ({ hash }: Location): string | undefined => /^#@(\w{4,32})(?:$|[/?])/.exec(hash)?.[1];

/** Ids of groups and channels are below zero in both. */
const isGroup = ({ hash }: Location): boolean => /^#-\d/.test(hash);

/** Telegram Web K and A. What is forwarded stands above the composer of the other chat until it is sent. */
export const telegram = (doc: Document, data: SiteData = telegramData): Site =>
  chat({ id: "telegram", handle, isGroup }, doc, data);
