/** Searches the folder of a closed browser's profile. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const MOZ_LZ4 = Buffer.from("mozLz40\0", "latin1");

/** Firefox packs its session files: a length, then one block of LZ4. */
function unpacked(file: Buffer): Buffer {
  if (!file.subarray(0, MOZ_LZ4.length).equals(MOZ_LZ4)) return file;
  const out = Buffer.alloc(file.readUInt32LE(MOZ_LZ4.length));
  let [at, to] = [MOZ_LZ4.length + 4, 0];
  const length = (nibble: number): number => {
    let sum = nibble;
    for (let more = nibble === 15 ? 255 : 0; more === 255; sum += more) more = file[at++]!;
    return sum;
  };
  while (at < file.length) {
    const token = file[at++]!;
    const literals = length(token >> 4);
    file.copy(out, to, at, at + literals);
    [at, to] = [at + literals, to + literals];
    if (at >= file.length) break;
    const from = to - file.readUInt16LE(at);
    at += 2;
    const repeated = length(token & 15) + 4;
    for (let i = 0; i < repeated; i++) out[to++] = out[from + i]!;
  }
  return out;
}

function* files(folder: string): Generator<Buffer> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.isFile()) yield unpacked(readFileSync(path));
  }
}

/**
 * Which of these lie in the profile: texts in Latin-1 (UTF-8) and UTF-16, keys also as raw bytes.
 * @param keys in Base64 or, with `of`, in hex
 */
export function findInProfile(
  profile: string,
  texts: readonly string[],
  keys: readonly string[] = [],
  of: "base64" | "hex" = "base64",
): string[] {
  const wanted = [...texts, ...keys].flatMap((text) => [
    { text, bytes: Buffer.from(text, "latin1") },
    { text, bytes: Buffer.from(text, "utf16le") },
  ]);
  for (const key of keys) wanted.push({ text: key, bytes: Buffer.from(key, of) });
  const seen = new Set<string>();
  for (const file of files(profile))
    for (const { text, bytes } of wanted) if (!seen.has(text) && file.includes(bytes)) seen.add(text);
  return [...seen];
}
