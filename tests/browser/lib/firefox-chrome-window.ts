/** What Firefox allows only its own windows: measuring a tab's processor time, switching an extension off. */
import type { Visit } from "./visit.ts";

interface Answer {
  contexts?: { context: string; url: string }[];
  type?: string;
  result?: { value?: unknown };
  exceptionDetails?: unknown;
}
type Sends = { connection: { send(method: string, params: object): Promise<{ result: Answer }> } };

/**
 * Runs an async function body in the browser's own window (`--remote-allow-system-access`).
 * @throws Error what the body threw, and where there is no such window
 */
export async function inFirefoxChromeWindow<T>(visit: Visit, body: string): Promise<T> {
  const { connection } = (visit as unknown as { browser: Sends }).browser;
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 });
  const own = tree.result.contexts?.find(({ url }) => url === "chrome://browser/content/browser.xhtml");
  if (!own) throw new Error("no window of the browser's own");
  const { result } = await connection.send("script.evaluate", {
    expression: `(async () => { ${body} })().then((value) => JSON.stringify(value ?? null))`,
    awaitPromise: true,
    target: { context: own.context },
  });
  if (result.type !== "success") throw new Error(JSON.stringify(result.exceptionDetails));
  return JSON.parse(String(result.result?.value)) as T;
}

/** A body that removes what these hosts stored: cookies, storages, caches, service workers. */
export const clearSites = (hosts: readonly string[]): string => `for (const host of ${JSON.stringify(hosts)})
  await new Promise((done) => Services.clearData.deleteDataFromHost(host, true,
    Ci.nsIClearDataService.CLEAR_COOKIES | Ci.nsIClearDataService.CLEAR_DOM_STORAGES, { onDataDeleted: done }));`;

/** A body that ends the extension's event page, as Firefox does with an idle one. */
export const endBackground = (id: string): string =>
  `await WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.terminateBackground({ ignoreDevToolsAttached: true });`;
