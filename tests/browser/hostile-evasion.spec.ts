/** Class 18: disguised campaign words are recognised; streets, queues, shops, sport and news are not asked about. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCampaignFeed } from "./hostile/open.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import type { Visit } from "./lib/visit.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

const DISGUISED: Record<string, string> = {
  plain: "Ayo coblos nomor urut 2, Airin-Ade menang!",
  "figures for letters": "Ayo c0bl0s nomor urut 2 Airin Ade, menang!",
  "spaced letters": "Ayo c o b l o s nomor urut 2, Airin-Ade menang!",
  "dotted letters": "Ayo c.o.b.l.o.s no. dua, Airin-Ade menang!",
  "a figure as emoji": "Ayo coblos 2️⃣ Airin-Ade menang!",
  "full width": "Ａｙｏ ｃｏｂｌｏｓ nomor urut ２ Airin-Ade menang!",
  "letters of another alphabet": "Ayo соblоs nomor urut 2 Airin-Ade menang!",
  "drawn out": "Ayooo coooblooos nomor urut 2 Airin-Ade menaaang!",
  "a letter nobody sees": "Ayo cob\u200blos nomor urut 2 Airin-Ade menang!",
  "run together": "#CoblosNomor2 #AirinAdeMenang ayo pilih nomor 2",
  "mathematical letters": "𝐀𝐲𝐨 𝐜𝐨𝐛𝐥𝐨𝐬 𝐧𝐨𝐦𝐨𝐫 𝐮𝐫𝐮𝐭 𝟐 Airin-Ade menang!",
};

const INNOCENT: Record<string, string> = {
  "streets with names": "Jalan Prabowo macet, lewat Jalan Gibran saja.",
  "a number in a queue": "Nomor urut antrean 2, silakan ke loket.",
  "a menu on the telephone": "Pilih nomor 2 untuk berbicara dengan operator.",
  "a neighbour of that name": "Taufik menang lomba panjat pinang nomor 2.",
  "things for sale": "Jual kaos polos, stiker custom, pilih warna nomor 2 paling laku.",
  football: "Menang 2-0, Garuda juara! Coblos gawang lawan!",
  "the commission's notice":
    "KPU menetapkan nomor urut pasangan calon: nomor urut 1 Airin-Ade, nomor urut 2 Andra-Dimyati.",
  "news of a debate": "Debat publik berlangsung Rabu malam, kata Ketua KPU Banten.",
};

describe("class 18: campaign words in disguise and words that only look like them", () => {
  test.each(Object.entries(DISGUISED))(
    "asks about a disguised call and leaves it undone: %s",
    async (_, text) => {
      await openCampaignFeed(visit, { text });
      await visit.click("S.posts[0].like");
      expect(await visit.waitForQuestion()).toBeDefined();
      await visit.answer("cancel");
      expect(await visit.settled(0)).toBe(0);
    },
  );
  test.each(Object.entries(INNOCENT))(
    "does not ask about innocent text and performs the like once: %s",
    async (_, text) => {
      await openCampaignFeed(visit, { text });
      await visit.click("S.posts[0].like");
      expect(await visit.settled(1)).toBe(1);
      expect(await visit.currentQuestion()).toBeUndefined();
    },
  );
});
