/**
 * The authoring tool of an agency: `npm run ruleset -- <command>`. Exit code 0 good, 1 refused, 2 wrong usage. Speaks
 * Bahasa Indonesia; `--lang en` for English.
 */
import { build } from "./commands/build.ts";
import { check } from "./commands/check.ts";
import { compare } from "./commands/diff.ts";
import { init } from "./commands/init.ts";
import { keygen } from "./commands/keygen.ts";
import { policy } from "./commands/policy.ts";
import { rollback } from "./commands/rollback.ts";
import { serveExample } from "./commands/serve-example.ts";
import { signFile } from "./commands/sign.ts";
import { tryOut } from "./commands/try.ts";
import { type Command, Refused, setLanguage, t, UsageError } from "./console.ts";

const COMMANDS: readonly Command[] = [
  init,
  check,
  tryOut,
  build,
  compare,
  keygen,
  signFile,
  rollback,
  policy,
  serveExample,
];

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.usage.length));
  return [
    t({
      id: "Alat menyusun aturan instansi untuk Jaga Netral.",
      en: "Tool for making an agency's ruleset for Jaga Netral.",
    }),
    "",
    ...COMMANDS.map((command) => `  ${command.usage.padEnd(width)}  ${t(command.about)}`),
    "",
    t({
      id: "Tiap perintah punya --help. Keluar 0: baik, 1: ditolak, 2: cara pakai salah. Panduan: docs/agency.md",
      en: "Each command has --help. Exit 0: good, 1: refused, 2: wrong usage. Guide: docs/agency.md",
    }),
  ].join("\n");
}

/** Runs one command. @returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const rest = setLanguage(args);
  const [name, ...own] = rest;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    console.log(overview());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    console.error(
      t({ id: `Perintah “${name}” tidak dikenal.\n`, en: `The command “${name}” is not known.\n` }),
    );
    console.error(overview());
    return 2;
  }
  if (own.includes("--help") || own.includes("-h")) {
    console.log(`npm run ruleset -- ${command.usage}\n\n${t(command.about)}\n\n${t(command.help)}`);
    return 0;
  }
  try {
    return await command.run(own);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\nnpm run ruleset -- ${command.usage}`);
      return 2;
    }
    if (error instanceof Refused) {
      console.error(error.message);
      return 1;
    }
    throw error;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
