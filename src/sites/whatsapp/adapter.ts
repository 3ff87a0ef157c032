import type { Site, SiteData } from "../adapter.ts";
import { makeMessenger } from "../shared/messenger.ts";
import { hosts, labels, selectors } from "./site.json";

export const whatsappData: SiteData = { hosts, selectors, labels };

/** WhatsApp Web. Forwarding is confirmed in a dialog; the address contains no chat name. */
export const whatsapp = (doc: Document, data: SiteData = whatsappData): Site =>
  makeMessenger({ id: "whatsapp" }, doc, data);
