import type { KeyStorage } from "../journal/key-storage.ts";
import { privateFile } from "../journal/key-storage.ts";
import type { AnswerSecrets } from "../storage/answers.ts";
import { isHex, newKey } from "../storage/silenced.ts";
import { serialQueue } from "./serial.ts";

/** Key in `storage.session`, which is in memory, never on disk; content scripts cannot read it. */
const KEY = "answersSecret";

/**
 * The only owner of what the tags of answers need besides the keys stored with them. What is deleted from
 * `storage.local` stays readable on the disk (measured in both browsers), key and tags alike; so the secret of today's
 * answers is in memory only and ends with the browser, and that of the silenced accounts in a file of the private file
 * system, which is gone once removed.
 */
export interface AnswerSecretStore {
  /** Creates what is missing. */
  read(): Promise<AnswerSecrets>;
  /** Makes the tags stored so far worthless for good. */
  forget(of: keyof AnswerSecrets): Promise<void>;
}

export function makeAnswerSecrets(file: KeyStorage = privateFile("answers-key")): AnswerSecretStore {
  const enqueue = serialQueue();
  const today = async (): Promise<string> => {
    const { session } = browser.storage;
    const stored: unknown = (await session.get(KEY))[KEY];
    if (isHex(stored)) return stored as string;
    const secret = newKey();
    await session.set({ [KEY]: secret });
    return secret;
  };
  const silenced = async (): Promise<string> => {
    const stored = await file.read();
    if (isHex(stored)) return stored!;
    const secret = newKey();
    await file.write(secret);
    return secret;
  };
  return {
    read: () => enqueue(async () => ({ today: await today(), silenced: await silenced() })),
    forget: (of) => enqueue(() => (of === "today" ? browser.storage.session.remove(KEY) : file.remove())),
  };
}
