/** The direction of imports (CONTRIBUTING.md, "Rooms"): text < ruleset < detect < guard; sites beside detect; ui and entrypoints on top. */
const room = (name) => `^src/${name}/`;
const not = (name, from, to, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: from.map(room) },
  to: { path: to },
});
const everyRoom = ["text", "ruleset", "detect", "sites", "guard", "book", "ui", "messaging", "i18n", "state"];
const above = (...allowed) => everyRoom.filter((r) => !allowed.includes(r)).map(room);
module.exports = {
  forbidden: [
    not("text-knows-nothing", ["text"], above("text"), "src/text knows no politics and no browser"),
    not("ruleset-below-detect", ["ruleset"], above("ruleset", "text"), "src/ruleset may use src/text only"),
    not("detect-below-guard", ["detect"], above("detect", "ruleset", "text"), "src/detect is pure"),
    not("sites-feed-plain-values", ["sites"], above("sites", "detect", "ruleset", "text"), "sites stands beside detect"),
    not("guard-below-ui", ["guard"], above("guard", "sites", "detect", "ruleset", "text", "book", "i18n", "ui", "messaging", "state"), "guard"),
    not("book-alone", ["book"], above("book"), "the book knows words only"),
    {
      name: "pure-core-no-browser",
      severity: "error",
      comment: "text, ruleset and detect run in Node and the browser alike",
      from: { path: ["text", "ruleset", "detect"].map(room) },
      to: { path: "(webextension-polyfill|^wxt|@wxt-dev|@webext-core|preact|node_modules/idb)" },
    },
    { name: "src-not-from-entrypoints", severity: "error", from: { path: "^src/" }, to: { path: "^(entrypoints|tests|scripts)/" } },
    { name: "no-circular", severity: "error", from: { path: "^src/" }, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".json"] },
  },
};
