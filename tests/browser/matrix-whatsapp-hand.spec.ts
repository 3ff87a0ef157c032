import { matrix } from "./matrix/run.ts";

matrix("whatsapp", (page) => page.handMade);
