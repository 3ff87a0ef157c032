/** Reads code as text: what of it is comment, what is not. */
import { readdirSync } from "node:fs";

const TOKEN =
  /(?<comment>\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/g;

/** The code with its comments blanked out, line breaks left in place. */
export const withoutComments = (code: string): string =>
  code.replace(TOKEN, (token, ...rest) =>
    (rest.at(-1) as { comment?: string }).comment ? token.replace(/[^\n]/g, " ") : token,
  );

/** The comments of a file, everything else blanked out, so that lines keep their numbers. */
export function commentsOf(code: string): string {
  const kept = [...code.matchAll(TOKEN)].filter((found) => found.groups!.comment);
  let at = 0;
  let out = "";
  for (const { index, 0: token } of kept) {
    out += code.slice(at, index).replace(/[^\n]/g, " ") + token;
    at = index + token.length;
  }
  return out + code.slice(at).replace(/[^\n]/g, " ");
}

/** What is made, not written. */
const MADE = /^(?:node_modules|coverage|\w+-output)$/;

/** Files of the project, by their paths from its root; what begins with a dot is the machine's. */
export function projectFiles(under = ""): string[] {
  return readdirSync(under || ".", { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".") || MADE.test(entry.name)) return [];
    const path = `${under}${entry.name}`;
    return entry.isDirectory() ? projectFiles(`${path}/`) : [path];
  });
}
