import type { Site, SiteData } from "../adapter.ts";
import { makeMessenger } from "../shared/messenger.ts";
import { hosts, labels, selectors } from "./site.json";

export const telegramData: SiteData = { hosts, selectors, labels };

/** The name of a public chat in the address (`#@name`) of Web K and Web A. */
const handle = ({ hash }: Location): string | undefined => /^#@(\w{4,32})(?:$|[/?])/.exec(hash)?.[1];

/** In both, ids of groups and channels are negative. */
const isGroup = ({ hash }: Location): boolean => /^#-\d/.test(hash);

/** Telegram Web K and A. A forwarded message is shown above the other chat's composer until it is sent. */
export const telegram = (doc: Document, data: SiteData = telegramData): Site =>
  makeMessenger({ id: "telegram", handle, isGroup }, doc, data);
