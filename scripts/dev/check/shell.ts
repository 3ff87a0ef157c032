/** Runs tools without blocking, so that parallel steps do not mix their output. */
import { spawn } from "node:child_process";
import { join } from "node:path";

/** The tool as npm installed it. */
export const binary = (name: string): string =>
  join("node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);

/** The output of a step and its tools: sent to the terminal, or buffered until the step has ended. */
export class Shell {
  readonly #kept: string[] | null;

  /** @param live false: the output is buffered and returned by `kept()`. */
  constructor(live: boolean) {
    this.#kept = live ? null : [];
  }

  /** The buffered output so far. */
  kept(): string {
    return this.#kept?.join("") ?? "";
  }

  say(line: string): void {
    if (this.#kept) this.#kept.push(`${line}\n`);
    else console.log(line);
  }

  /** Runs a tool of node_modules/.bin with its output shown. @returns true when it ended well. */
  async tool(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<boolean> {
    return (await this.#run(name, args, env, false)).ok;
  }

  /** Runs a tool and returns its stdout, which is not shown. */
  async output(name: string, args: readonly string[]): Promise<string> {
    return (await this.#run(name, args, {}, true)).stdout;
  }

  #run(name: string, args: readonly string[], env: Record<string, string>, captured: boolean) {
    const kept = this.#kept;
    const child = spawn(binary(name), args, {
      stdio: ["ignore", captured || kept ? "pipe" : "inherit", kept ? "pipe" : "inherit"],
      shell: process.platform === "win32",
      env: { ...process.env, ...env },
    });
    const stdout: string[] = [];
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (captured ? stdout : kept)?.push(text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => kept?.push(text));
    return new Promise<{ ok: boolean; stdout: string }>((done) => {
      child.once("error", (error) => {
        this.say(String(error));
        done({ ok: false, stdout: "" });
      });
      child.once("close", (status) => done({ ok: status === 0, stdout: stdout.join("") }));
    });
  }
}
