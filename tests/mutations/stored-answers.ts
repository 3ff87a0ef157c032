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
    find: "  const tag = await tagOf(value, subject);\n",
    put: "  const tag = subject;\n",
    tests: today,
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
