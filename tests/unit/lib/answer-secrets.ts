import type { AnswerSecretStore } from "../../../src/background/answer-secrets.ts";

/** Secrets that stay the same. */
export const SECRETS = { today: "5".repeat(64), silenced: "7".repeat(64) };

/** The background's store of them, in variables; it counts what is forgotten. */
export const secretStore = (): AnswerSecretStore & { forgotten: string[] } => {
  const forgotten: string[] = [];
  return { forgotten, read: async () => SECRETS, forget: async (of) => void forgotten.push(of) };
};
