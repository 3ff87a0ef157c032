import type { Mutation } from "./types.ts";

const stateTests = ["tests/unit/storage/settings.test.ts"];
const today = ["tests/unit/storage/daily-answers.test.ts"];

/** Stored answers about accounts, and broken settings. */
export const STORED_ANSWERS: readonly Mutation[] = [
  {
    name: "silenced-hashed",
    defence: "silenced accounts are stored as keyed hashes",
    file: "src/storage/silenced.ts",
    find: "  return toHex(new Uint8Array(await crypto.subtle.sign(",
    put: "  if (secret) return toHex(new TextEncoder().encode(key));\n  return toHex(new Uint8Array(await crypto.subtle.sign(",
    tests: stateTests,
  },
  {
    name: "silenced-key",
    defence: "silenced accounts are hashed under a key of this device",
    file: "src/storage/silenced.ts",
    find: 'importKey("raw", fromHex(secretOf.key), algorithm',
    put: 'importKey("raw", fromHex("00".repeat(32) + secretOf.key.slice(64)), algorithm',
    tests: stateTests,
  },
  {
    name: "today-hashed",
    defence: "answers of today name nobody",
    file: "src/storage/daily-answers.ts",
    find: "  const tag = await tagUnder(value, secret, subject);\n",
    put: "  const tag = subject;\n",
    tests: today,
  },
  {
    name: "today-secret",
    defence: "the key of today's answers is not on the disk alone",
    file: "src/storage/silenced.ts",
    find: "tagOf({ key: secret + stored.key }, subject)",
    put: "tagOf({ key: (secret && '') + stored.key }, subject)",
    tests: ["tests/unit/storage/daily-answers.test.ts"],
  },
  {
    name: "secret-in-memory",
    defence: "the secret of today's answers is in no file",
    file: "src/background/answer-secrets.ts",
    find: "    await session.set({ [KEY]: secret });",
    put: "    await session.set({ [KEY]: secret });\n    await browser.storage.local.set({ [KEY]: secret });",
    tests: ["tests/browser/traces.spec.ts"],
    only: "the secret of silenced accounts is in a file of its own, that of today's answers in no file",
  },
  {
    name: "secrets-forgotten",
    defence: "taking all silences back, erasing and resetting remove the secrets",
    file: "src/background/shared-state.ts",
    find: "        for (const of of forgottenSecrets(change)) await secrets.forget(of);\n",
    put: "        void forgottenSecrets(change);\n",
    tests: ["tests/unit/background/shared-state.test.ts"],
  },
  {
    name: "fields-off",
    defence: "the browser keeps no note in its session files",
    file: "src/pages/journal/weekly-check.tsx",
    find: '          autocomplete="off"\n          key={week}',
    put: "          key={week}",
    tests: ["tests/unit/pages/shared/typed-fields.test.ts"],
  },
  {
    name: "today-ends",
    defence: "answers of today and their key are deleted the next day",
    file: "src/storage/daily-answers.ts",
    find: "value.day === day && isHex(value.key) ? value :",
    put: "isHex(value.key) ? { ...value, day } :",
    tests: today,
  },
  {
    name: "broken-values",
    defence: "a broken stored value is replaced by its default and named",
    file: "src/storage/fields.ts",
    find: "else if (field.is(given)) value",
    put: "else if (field.must) value",
    tests: stateTests,
  },
  {
    name: "inherited-names",
    defence: "inherited properties are no fields",
    file: "src/storage/fields.ts",
    find: "const field = Object.hasOwn(fields, key) ? fields[key as keyof T] : undefined;",
    put: "const field = fields[key as keyof T];",
    tests: stateTests,
  },
];
