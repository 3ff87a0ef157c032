import type { Messages } from "./protocol.ts";
import { messaging } from "./wire.ts";

export const { sendMessage, onMessage } = messaging<Messages>();
