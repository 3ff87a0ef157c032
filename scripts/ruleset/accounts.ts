import type { Account, AccountKind } from "../../src/engine/ruleset/schema/index.ts";
import { partyFacts, partyId, presidentFacts, ticketId } from "./roster.ts";
import { readSource } from "./source.ts";

const PRESIDENT = "pemilu-2024/presiden";

/**
 * Accounts of the roster: parties and presidential candidates of 2024, then the X accounts by kind. The first entry of
 * an account wins.
 */
export function accounts(): Account[] {
  const byId = new Map<string, Account>();
  for (const account of [...ofParties(), ...ofPresidents(), ...onX()]) {
    if (!byId.has(account.id)) byId.set(account.id, account);
  }
  return [...byId.values()];
}

function ofParties(): Account[] {
  return partyFacts().flatMap(([, short, name, facebook, instagram, x]) => {
    const made: Account[] = [];
    const common = { kind: "party" as const, party: partyId(short), name };
    if (facebook)
      made.push({
        id: `facebook:${facebook.toLowerCase()}`,
        site: "facebook",
        ...facebookName(facebook),
        ...common,
      });
    if (instagram)
      made.push({
        id: `instagram:${instagram.toLowerCase()}`,
        site: "instagram",
        handle: instagram,
        ...common,
      });
    if (x) made.push({ id: `x:${x.toLowerCase()}`, site: "x", handle: x, ...common });
    return made;
  });
}

/** Facebook names an account by a handle, by a number, or by a slug that ends in the number. */
function facebookName(value: string): Pick<Account, "handle" | "siteId"> {
  if (/^\d+$/.test(value)) return { siteId: value };
  const number = /-(\d{9,})$/.exec(value)?.[1];
  return number ? { handle: value, siteId: number } : { handle: value };
}

function ofPresidents(): Account[] {
  return presidentFacts().flatMap(({ number, x, instagram }) => {
    const common = { kind: "candidate" as const, contest: PRESIDENT, ticket: ticketId(PRESIDENT, number) };
    return [
      ...x.map((handle): Account => ({ id: `x:${handle.toLowerCase()}`, site: "x", handle, ...common })),
      ...instagram.map(
        (handle): Account => ({
          id: `instagram:${handle.toLowerCase()}`,
          site: "instagram",
          handle,
          ...common,
        }),
      ),
    ];
  });
}

function onX(): Account[] {
  const { accounts: byKind } = readSource<{ accounts: Record<string, string[]> }>("akun-x");
  return Object.entries(byKind).flatMap(([kind, handles]) =>
    handles.map(
      (handle): Account => ({
        id: `x:${handle.toLowerCase()}`,
        site: "x",
        handle,
        kind: kindOf(kind, handle),
        ...belongsTo(kind, handle),
      }),
    ),
  );
}

function kindOf(kind: string, handle: string): AccountKind {
  if (kind === "news") return "press";
  if (kind === "party" || kind === "candidate") return kind;
  if (kind === "volunteer") return /^(tpn|tkn|tkd|tpd)/i.test(handle) ? "team" : "volunteer";
  if (/bawaslu|panwas/i.test(handle)) return "bawaslu";
  return /(?<!ja)kpu|ppk|pps/i.test(handle) ? "kpu" : "government";
}

/** The owner named by a handle: the candidate or the party in it. Otherwise undefined. */
function belongsTo(kind: string, handle: string): Pick<Account, "contest" | "ticket" | "party"> {
  const subject = readSource<Record<string, string>>("akun-x-kaitan")[handle];
  if (subject) return { contest: subject.slice(0, subject.lastIndexOf("/")), ticket: subject };
  if (kind === "volunteer") {
    const number = /ganjar|mahfud/i.test(handle)
      ? 3
      : /prabowo|gibran/i.test(handle)
        ? 2
        : /anies|AMIN/.test(handle.replace(/anies/i, "anies"))
          ? 1
          : 0;
    return number ? { contest: PRESIDENT, ticket: ticketId(PRESIDENT, number) } : {};
  }
  if (kind === "party") {
    const found = PARTY_IN_HANDLE.find(([pattern]) => pattern.test(handle));
    return found ? { party: found[1] } : {};
  }
  return {};
}

const PARTY_IN_HANDLE: readonly (readonly [RegExp, string])[] = [
  [/golkar/i, "golkar"],
  [/pdi_?p/i, "pdip"],
  [/gerindra/i, "gerindra"],
  [/pkb/i, "pkb"],
  [/pks/i, "pks"],
  [/^psi_/i, "psi"],
  [/demokrat/i, "demokrat"],
  [/nasdem/i, "nasdem"],
  [/gelora/i, "gelora"],
  [/perindo/i, "perindo"],
  [/_ppp$/i, "ppp"],
  [/_pbb$/i, "pbb"],
  [/partaiburuh/i, "buruh"],
];
