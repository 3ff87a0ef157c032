import type { Mutation } from "./types.ts";

const admit = "src/ruleset/admit.ts";
const admitted = ["tests/unit/ruleset/admit.test.ts"];

/** Rules from outside: only the right publisher is believed. */
export const ADMITTED: readonly Mutation[] = [
  {
    name: "signature",
    defence: "a layer's signature is checked",
    file: admit,
    find: '  if (!(await verify(layer, signature))) return no("signature.value", "bad-signature");\n',
    put: "  void verify;\n",
    tests: admitted,
  },
  {
    name: "verify",
    defence: "and by its key over these bytes",
    file: "src/ruleset/signature.ts",
    find: "return await crypto.subtle.verify(ED25519, key, fromBase64(signature.value), bytesOf(layer));",
    put: "return (await crypto.subtle.verify(ED25519, key, fromBase64(signature.value), bytesOf(layer))) || true;",
    tests: admitted,
  },
  {
    name: "signed-for",
    defence: "a signature made for something else does not fit",
    file: "src/ruleset/signature.ts",
    find: 'const PURPOSE = "jaga-netral-layer-v1\\n";',
    put: 'const PURPOSE = "";',
    tests: admitted,
  },
  {
    name: "pinned",
    defence: "another publisher's key is refused",
    file: admit,
    find: '  if (pinned !== undefined && signature.key !== pinned) return no("signature.key", "wrong-key");\n',
    put: "  void pinned;\n",
    tests: admitted,
  },
  {
    name: "confirmed",
    defence: "a new publisher waits for the user",
    file: admit,
    find: "return trusted ? { ok: true, kept, changed }",
    put: "return trusted || old === undefined ? { ok: true, kept, changed }",
    tests: admitted,
  },
  {
    name: "unsigned",
    defence: "an agency's layer must be signed",
    file: admit,
    find: '    if (gate.name !== "own" || signedBefore || gate.pinned !== undefined) return no("", "unsigned");\n',
    put: "    void signedBefore;\n",
    tests: admitted,
  },
  {
    name: "unsigned-sites",
    defence: "an unsigned layer changes no selectors",
    file: admit,
    find: '    if (shaped.value.set.sites) return no("set.sites", "unsigned-sites");\n',
    put: "",
    tests: admitted,
  },
  {
    name: "old-version",
    defence: "an older version is refused",
    file: admit,
    find: "meta.version < before.version",
    put: "meta.version < 0",
    tests: admitted,
  },
  {
    name: "same-version",
    defence: "another content under the same version is refused",
    file: admit,
    find: " && hash !== old.hash) {",
    put: " && hash === undefined) {",
    tests: admitted,
  },
  {
    name: "expired",
    defence: "an expired layer is refused",
    file: admit,
    find: "if (meta.validUntil !== undefined && date > meta.validUntil)",
    put: "if (meta.validUntil !== undefined && date === undefined)",
    tests: admitted,
  },
  {
    name: "not-yet",
    defence: "a layer whose day has not come is refused",
    file: admit,
    find: "if (meta.validFrom !== undefined && date < meta.validFrom)",
    put: "if (meta.validFrom !== undefined && date === undefined)",
    tests: admitted,
  },
];
