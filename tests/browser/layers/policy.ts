/** The places from which a browser reads its policies, where the test may write there. */
import { cpSync, existsSync, lstatSync, mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type BrowserKind, ensureBrowser } from "../../../scripts/dev/browsers.ts";

export interface PolicyPlace {
  /** True where the browser sees a policy only after a restart. */
  restart: boolean;
  write(extensionId: string, values: Record<string, unknown>): void;
  /** Removes what was written. */
  restore(): void;
}

/** Adds one file beside all others. */
const FILE = "jaga-netral-test.json";

/** @returns the reason why the test may not write policies, or undefined */
export async function policyPlace(kind: BrowserKind, temp: string): Promise<PolicyPlace | string> {
  const executable = realpathSync(await ensureBrowser(kind));
  try {
    return kind === "chromium" ? chromiumPlace(executable) : firefoxPlace(executable, temp);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Chromium and Chrome read a system folder: only its owner may write there. */
function chromiumPlace(executable: string): PolicyPlace {
  const root = /chrome-linux|chrome_for_testing|for-testing/i.test(executable)
    ? "/etc/opt/chrome_for_testing"
    : /google|opt\/chrome/i.test(executable)
      ? "/etc/opt/chrome"
      : "/etc/chromium";
  const folder = join(root, "policies/managed");
  const made = firstMissing(folder);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, FILE);
  writeFileSync(file, "{}");
  return {
    restart: false,
    write: (id, values) =>
      writeFileSync(file, JSON.stringify({ "3rdparty": { extensions: { [id]: values } } })),
    restore: () => rmSync(made ?? file, { recursive: true, force: true }),
  };
}

/** The topmost missing folder of the path. */
function firstMissing(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  return firstMissing(dirname(folder)) ?? folder;
}

/** Firefox reads its program's folder, so a copy of the program gets one. */
function firefoxPlace(executable: string, temp: string): PolicyPlace {
  const copy = join(temp, "firefox");
  cpSync(dirname(executable), copy, { recursive: true, dereference: true });
  process.env.JN_FIREFOX = join(copy, basename(executable));
  /* A distribution may link this folder elsewhere: the copy gets one of its own, or none is written. */
  const folder = join(copy, "distribution");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  if (!lstatSync(folder).isDirectory()) throw new Error("the copied Firefox has no policy folder of its own");
  return {
    restart: true,
    write(id, values) {
      const policies = { policies: { "3rdparty": { Extensions: { [id]: values } } } };
      writeFileSync(join(folder, "policies.json"), JSON.stringify(policies));
    },
    restore() {
      delete process.env.JN_FIREFOX;
      rmSync(copy, { recursive: true, force: true });
    },
  };
}
