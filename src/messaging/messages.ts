import type { Messages } from "./protocol.ts";
import { messaging } from "./transport.ts";

export const { sendMessage, onMessage } = messaging<Messages>();
