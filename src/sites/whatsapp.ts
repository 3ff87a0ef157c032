import { chat } from "./chat.ts";
import { whatsappData } from "./data/whatsapp.ts";
import type { Site, SiteData } from "./types.ts";

/** WhatsApp Web. Forwarding is confirmed in a dialog of its own; its addresses name no chat. */
export const whatsapp = (doc: Document, data: SiteData = whatsappData): Site =>
  chat({ id: "whatsapp" }, doc, data);
