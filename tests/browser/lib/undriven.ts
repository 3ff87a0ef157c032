/**
 * A Chromium that is not driven until asked to: it prerenders nothing while a debugger is on a page (measured, Chromium
 * 156: "PrerenderingDisabledByDevTools"). Meanwhile a server on this machine serves its pages.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser, needsNoSandbox } from "../../../scripts/dev/browsers.ts";
import { builtExtension } from "./launch.ts";
import { countingProxy } from "./proxy.ts";
import type { Point } from "./types.ts";
import { pause } from "./visit.ts";

const pem = (name: string) =>
  readFileSync(join(import.meta.dirname, "../fixtures", `throw-away.${name}.pem`));

interface Target {
  type: string;
  url: string;
  webSocketDebuggerUrl: string;
}
type Sends = <T>(method: string, params?: object) => Promise<T>;
interface Evaluated<T> {
  result: { value: T };
  exceptionDetails?: unknown;
}
interface Node {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  backendDOMNodeId: number;
}

export interface Undriven {
  /** Reports that pages sent to `/tell`, in order. */
  reports: Record<string, unknown>[];
  /** Actions performed by pages. */
  performed: unknown[];
  /** Opens a tab. */
  open(url: string): Promise<void>;
  /** Runs an expression in the extension's background; a promise is awaited. */
  inBackground<T>(expression: string): Promise<T>;
  /** A real click in the tab under this address, which is driven from then on. @param at expression for an element */
  click(url: string, at: string): Promise<void>;
  /** Names of the buttons of all questions in that tab; each question begins with its own name. */
  questionButtons(url: string): Promise<string[]>;
  /** A real click on a button of the question. */
  answer(url: string, name: RegExp): Promise<void>;
  close(): Promise<void>;
}

/** @param page the markup for a path of the host */
export async function undriven(host: string, page: (path: string) => string): Promise<Undriven> {
  const reports: Record<string, unknown>[] = [];
  const performed: unknown[] = [];
  const server = createServer({ key: pem("key"), cert: pem("cert") }, (request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      if (request.method !== "POST") {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page(request.url ?? "/"));
        return;
      }
      (request.url === "/tell" ? reports : performed).push(JSON.parse(body));
      response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const proxy = await countingProxy({ host, port: (server.address() as AddressInfo).port });
  const profile = mkdtempSync(join(tmpdir(), "jaga-netral-undriven-"));
  const extension = builtExtension("chromium");
  const browser = spawn(
    await ensureBrowser("chromium"),
    [
      "--headless=new",
      ...(needsNoSandbox() ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      `--user-data-dir=${profile}`,
      "--remote-debugging-port=0",
      `--proxy-server=127.0.0.1:${proxy.port}`,
      "--ignore-certificate-errors",
      "--disable-features=DisableLoadExtensionCommandLineSwitch",
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      "--window-size=1000,900",
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const port = await new Promise<string>((done, fail) => {
    let output = "";
    browser.stderr.on("data", (part) => {
      output += part;
      const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (found) done(found);
    });
    browser.once("exit", () => fail(new Error(`the browser ended: ${output.slice(-300)}`)));
  });
  const at = `http://127.0.0.1:${port}`;
  /** Opens a session with one target while `work` runs. */
  async function speak<T>(is: (target: Target) => boolean, work: (send: Sends) => Promise<T>): Promise<T> {
    const target = ((await (await fetch(`${at}/json/list`)).json()) as Target[]).find(is);
    if (!target) throw new Error("there is no such target");
    const socket = new WebSocket(target.webSocketDebuggerUrl);
    await new Promise((done) => socket.addEventListener("open", done));
    let last = 0;
    const send: Sends = (method, params = {}) => {
      const id = ++last;
      const answer = new Promise<never>((done, fail) =>
        socket.addEventListener("message", ({ data }) => {
          const message = JSON.parse(String(data)) as { id?: number; result?: never; error?: unknown };
          if (message.id === id)
            message.result ? done(message.result) : fail(new Error(JSON.stringify(message.error)));
        }),
      );
      socket.send(JSON.stringify({ id, method, params }));
      return answer;
    };
    try {
      return await work(send);
    } finally {
      socket.close();
    }
  }

  async function evaluate<T>(send: Sends, expression: string): Promise<T> {
    const params = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await send<Evaluated<T>>("Runtime.evaluate", params);
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  }

  async function press(send: Sends, { x, y }: Point): Promise<void> {
    const how = { x, y, button: "left", clickCount: 1 };
    for (const type of ["mouseMoved", "mousePressed", "mouseReleased"])
      await send("Input.dispatchMouseEvent", { ...how, type });
  }

  const tree = async (send: Sends): Promise<Node[]> =>
    (await send<{ nodes: Node[] }>("Accessibility.getFullAXTree")).nodes.filter((one) => !one.ignored);
  const inTab = (url: string) => (target: Target) => target.type === "page" && target.url === url;

  return {
    reports: reports,
    performed,
    async open(url) {
      await fetch(`${at}/json/new?${url}`, { method: "PUT" });
    },
    inBackground: (expression) =>
      speak(
        ({ type }) => type === "service_worker",
        (send) => evaluate(send, expression),
      ),
    click: (url, what) =>
      speak(inTab(url), async (send) => {
        const middle = `((e) => { e.scrollIntoView({ block: "center" }); const r = e.getBoundingClientRect();
          return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })(${what})`;
        await press(send, await evaluate<Point>(send, middle));
      }),
    questionButtons: (url) =>
      speak(inTab(url), async (send) => {
        const nodes = await tree(send);
        if (!nodes.some(({ role }) => role?.value === "alertdialog")) return [];
        return nodes
          .filter(({ role }) => /^(alertdialog|button)$/.test(role?.value ?? ""))
          .map(({ name }) => name?.value ?? "");
      }),
    answer: (url, wanted) =>
      speak(inTab(url), async (send) => {
        const button = (await tree(send)).find(
          ({ role, name }) => role?.value === "button" && wanted.test(name?.value ?? ""),
        );
        if (!button) throw new Error(`no button ${wanted}`);
        const backendNodeId = button.backendDOMNodeId;
        const { model } = await send<{ model: { border: number[] } }>("DOM.getBoxModel", { backendNodeId });
        const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = model.border;
        await press(send, { x: (x1 + x2) / 2, y: (y1 + y2) / 2 });
      }),
    async close() {
      const ended = new Promise((done) => browser.once("exit", done));
      browser.kill();
      await Promise.race([ended, pause(3_000)]);
      await proxy.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
