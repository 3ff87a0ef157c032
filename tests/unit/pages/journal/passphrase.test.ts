import { describe, expect, it } from "vitest";
import { shapeProblem, withoutNumbers } from "../../../../src/pages/journal/passphrase.ts";
import { offeredWords, passphraseProblem } from "../../../../src/pages/journal/passphrase-estimate.ts";

const KNOWN = ["Kota Bandung, Jawa Barat", "Partai Kebangkitan Bangsa", "Dr. Rahmawati Kusumaningrum", "PNS"];

describe("a passphrase is refused", () => {
  it.each([
    "17081945",
    "17-08-1945 17-08-1945",
    "17 Agustus 1945",
    "1 Januari 1980, 2 Mei 1985",
    "198503152010011001",
    "19850315 201001 1 001",
    "3273 0415 0385 0001",
    "0812-3456-7890",
    "１９８５０３１５２０１００１１００１",
  ])("without an estimate where it is figures, a date or an official number: %s", (passphrase) =>
    expect(passphraseProblem(passphrase, [])).toBe("numbers"),
  );

  it.each(["", "kuda", "Qx7!pLm2#vB", "🐎🦓🐊🐢🦎🐍🐸🐟🐠🐡🦈"])("where it is short: %s", (passphrase) =>
    expect(passphraseProblem(passphrase, [])).toBe("short"),
  );

  it.each(["indonesiaraya", "bambang1234567", "merahputih1945", "delapan kuda zebra"])(
    "where an estimate finds it in 10^10 guesses: %s",
    (passphrase) => expect(passphraseProblem(passphrase, [])).toBe("guessable"),
  );

  it.each(["bandung jawa barat", "kebangkitan bangsa", "rahmawatikusumaningrum", "Kusumaningrum Rahmawati"])(
    "where it is made of names that everybody knows of the user: %s",
    (passphrase) => expect(passphraseProblem(passphrase, KNOWN)).toBe("guessable"),
  );

  it.each(["nip 198503152010011001", "budi 3273041503850001", "lahir 17 agustus 1945"])(
    "where only an official number or a date makes it long: %s",
    (passphrase) => expect(passphraseProblem(passphrase, KNOWN)).toBe("guessable"),
  );
});

it("is refused where it is made of the names of the user's region", () => {
  expect(passphraseProblem("kepulauan talaud", [], "7104")).toBe("guessable");
});

describe("a passphrase is accepted", () => {
  it.each([
    "kuda zebra sungai lontar 52",
    "Qx7!pLm2#vB9wK",
    "aku suka nasi goreng pedas sekali",
    "rumah kami di jalan 1945 lontar",
  ])("where an estimate needs more than 10^10 guesses: %s", (passphrase) =>
    expect(passphraseProblem(passphrase, KNOWN)).toBeNull(),
  );

  it("where it is five offered words, whichever they are", () => {
    for (let at = 0; at < 20; at++) {
      const words = offeredWords((into) => void crypto.getRandomValues(into));
      expect([words, passphraseProblem(words, KNOWN)]).toEqual([words, null]);
    }
    const offer = offeredWords((into) => void crypto.getRandomValues(into));
    expect(offer).toMatch(/^[a-z]+( [a-z]+){4}$/);
  });
});

it("counts nothing of what can be looked up", () => {
  expect(withoutNumbers("budi 19850315 201001 1 001 kuda")).toBe("budi kuda");
  expect(withoutNumbers("lahir 17 Agustus 1945 di sini")).toBe("lahir di sini");
  expect(shapeProblem("kuda 52 zebra 7")).toBeNull();
});
