/** The classes of hostile pages with the tests that cover them and the issue that owns them. The reporter prints it. */

interface HostileClass {
  n: number;
  what: string;
  /** The issue that owns it; E by default. */
  owner: "A" | "B" | "D" | "E" | "F" | "C";
  /** Spec files of tests/browser that test it; empty where a unit test does and no browser is needed. */
  kept: readonly string[];
}

const CLASSES: readonly HostileClass[] = [
  {
    n: 1,
    what: "presence leak, forged switch-off",
    owner: "E",
    kept: ["hostile-leak", "hostile-forged", "hostile-timing"],
  },
  { n: 2, what: "forged input", owner: "E", kept: ["hostile-forged"] },
  { n: 3, what: "covered or disguised dialog", owner: "E", kept: ["hostile-cover"] },
  { n: 4, what: "removal", owner: "E", kept: ["hostile-removal"] },
  { n: 5, what: "slow patterns", owner: "C", kept: ["hostile-slow"] },
  { n: 6, what: "markup in data", owner: "E", kept: ["hostile-data", "hostile-markup"] },
  { n: 7, what: "poisoned objects", owner: "E", kept: ["hostile-data"] },
  { n: 8, what: "spoofed messages", owner: "E", kept: ["hostile-data"] },
  { n: 9, what: "fingerprinting", owner: "E", kept: ["hostile-leak"] },
  { n: 10, what: "bad, old or truncated ruleset", owner: "B", kept: ["layers"] },
  { n: 11, what: "supply chain", owner: "A", kept: [] },
  { n: 12, what: "permission creep", owner: "A", kept: [] },
  { n: 13, what: "exfiltration by us", owner: "E", kept: ["hostile-requests"] },
  { n: 14, what: "a superior at the keyboard", owner: "F", kept: ["journal-erase"] },
  {
    n: 15,
    what: "update and zombie scripts",
    owner: "E",
    kept: ["orphaned-tabs", "faults-around", "update", "disabled"],
  },
  { n: 16, what: "lost or doubled action", owner: "E", kept: ["matrix-"] },
  { n: 17, what: "embeds", owner: "E", kept: ["embeds"] },
  { n: 18, what: "evasion and false hits", owner: "C", kept: ["hostile-evasion"] },
  { n: 19, what: "missed actions", owner: "D", kept: ["bypassed-actions"] },
  { n: 20, what: "blind adapter", owner: "D", kept: ["health"] },
];

/** The result of one spec file in one browser. */
export interface SpecResult {
  browser: string;
  file: string;
  passed: number;
  failed: number;
}

/** One line a class: description, result in each browser, owner. */
export function hostileTable(results: readonly SpecResult[]): string {
  const told = ({ kept, owner }: HostileClass, browser: string): string => {
    if (kept.length === 0) return owner === "E" ? "no browser test yet" : "unit tests";
    const of = results.filter((r) => r.browser === browser && kept.some((name) => r.file.startsWith(name)));
    const sum = (key: "passed" | "failed") => of.reduce((all, r) => all + r[key], 0);
    if (of.length === 0) return "not run";
    return sum("failed")
      ? `FAILED ${sum("failed")} of ${sum("failed") + sum("passed")}`
      : `passed ${sum("passed")}`;
  };
  const lines = CLASSES.map((one) =>
    [
      String(one.n).padStart(2),
      one.what.padEnd(34),
      told(one, "chromium").padEnd(22),
      told(one, "firefox").padEnd(22),
      one.owner,
    ].join("  "),
  );
  const head = [
    " #",
    "class of hostile pages".padEnd(34),
    "chromium".padEnd(22),
    "firefox".padEnd(22),
    "issue",
  ];
  return ["", head.join("  "), ...lines, ""].join("\n");
}
