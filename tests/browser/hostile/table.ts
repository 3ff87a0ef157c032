/** The classes of hostile pages with the tests that cover them and the issue that owns them. The reporter prints it. */

interface HostileClass {
  n: number;
  what: string;
  /** The issue that owns it; E by default. */
  owner: "A" | "B" | "D" | "E" | "F" | "C" | "I";
  /** Spec files of tests/browser that test it; empty where a unit test does and no browser is needed. */
  specs: readonly string[];
}

const CLASSES: readonly HostileClass[] = [
  {
    n: 1,
    what: "presence leak, forged switch-off",
    owner: "E",
    specs: ["hostile-leak", "hostile-forged", "hostile-timing"],
  },
  { n: 2, what: "forged input", owner: "E", specs: ["hostile-forged"] },
  { n: 3, what: "covered or disguised dialog", owner: "E", specs: ["hostile-cover"] },
  { n: 4, what: "removal", owner: "E", specs: ["hostile-removal"] },
  { n: 5, what: "slow patterns", owner: "C", specs: ["hostile-slow"] },
  { n: 6, what: "markup in data", owner: "E", specs: ["hostile-data", "hostile-markup"] },
  { n: 7, what: "poisoned objects", owner: "E", specs: ["hostile-data"] },
  { n: 8, what: "spoofed messages", owner: "E", specs: ["hostile-data"] },
  { n: 9, what: "fingerprinting", owner: "E", specs: ["hostile-leak"] },
  { n: 10, what: "bad, old or truncated ruleset", owner: "B", specs: ["layers"] },
  { n: 11, what: "supply chain", owner: "A", specs: [] },
  { n: 12, what: "permission creep", owner: "A", specs: [] },
  { n: 13, what: "exfiltration by us", owner: "E", specs: ["hostile-requests"] },
  { n: 14, what: "a superior at the keyboard", owner: "F", specs: ["journal-erase"] },
  {
    n: 15,
    what: "update and zombie scripts",
    owner: "E",
    specs: ["orphaned-tabs", "faults-around", "update", "disabled"],
  },
  { n: 16, what: "lost or doubled action", owner: "E", specs: ["matrix-"] },
  { n: 17, what: "embeds", owner: "E", specs: ["embeds"] },
  { n: 18, what: "evasion and false hits", owner: "C", specs: ["hostile-evasion"] },
  { n: 19, what: "missed actions", owner: "D", specs: ["bypassed-actions"] },
  { n: 20, what: "blind adapter", owner: "D", specs: ["health"] },
  { n: 21, what: "the rest of an act", owner: "I", specs: ["hostile-answer"] },
  { n: 22, what: "time by the clock", owner: "I", specs: ["hostile-answer"] },
  { n: 23, what: "top layer as a list", owner: "I", specs: ["hostile-pages", "hostile-answer"] },
  { n: 24, what: "listeners that come second", owner: "I", specs: ["hostile-pages"] },
  { n: 25, what: "properties only one browser has", owner: "I", specs: ["hostile-answer"] },
  { n: 26, what: "answers of weight elsewhere", owner: "I", specs: ["hostile-answer"] },
  { n: 27, what: "geometry that moves", owner: "I", specs: ["hostile-answer"] },
  { n: 28, what: "frames of the site itself", owner: "I", specs: ["site-frames", "youtube-frame"] },
  { n: 29, what: "a taken-over page script", owner: "I", specs: ["taken-over"] },
  { n: 31, what: "a throw in our own handler", owner: "E", specs: ["hostile-pages"] },
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
  const resultIn = ({ specs, owner }: HostileClass, browser: string): string => {
    if (specs.length === 0) return owner === "E" ? "no browser test yet" : "unit tests";
    const of = results.filter((r) => r.browser === browser && specs.some((name) => r.file.startsWith(name)));
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
      resultIn(one, "chromium").padEnd(22),
      resultIn(one, "firefox").padEnd(22),
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
