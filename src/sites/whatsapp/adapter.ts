import type { Site, SiteData } from "../adapter.ts";
import { chat } from "../shared/messenger.ts";
import { hosts, labels, selectors } from "./site.json";

export const whatsappData: SiteData = { hosts, selectors, labels };

/** WhatsApp Web. Forwarding is confirmed in a dialog of its own; its addresses name no chat. */
export const whatsapp = (doc: Document, data: SiteData = whatsappData): Site =>
  chat({ id: "whatsapp" }, doc, data);
