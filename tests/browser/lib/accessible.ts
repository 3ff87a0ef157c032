/** What a screen reader gets: the accessibility tree, which includes closed shadow roots. */
import type { ChromiumVisit } from "./chromium.ts";
import type { FirefoxVisit } from "./firefox.ts";
import { HOSTS } from "./shadow.ts";
import type { Visit } from "./visit.ts";

export interface Accessible {
  role: string;
  name: string;
  description: string;
  /** "focused", "modal", "expanded" …, where set. */
  properties: Readonly<Record<string, unknown>>;
}

/** All nodes of Chromium's tree in document order, without those that only carry text. */
export async function treeInChromium(visit: Visit): Promise<Accessible[]> {
  const { context, raw } = visit as ChromiumVisit;
  const session = await context.newCDPSession(raw);
  try {
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const accessible: Accessible[] = [];
    const walk = (node: (typeof nodes)[number]): void => {
      const role = String(node.role?.value ?? "");
      if (!node.ignored && !/^(StaticText|InlineTextBox|generic|none)$/.test(role))
        accessible.push({
          role,
          name: String(node.name?.value ?? ""),
          description: String(node.description?.value ?? ""),
          properties: Object.fromEntries(
            (node.properties ?? []).map((one) => [one.name as string, one.value.value]),
          ),
        });
      for (const id of node.childIds ?? []) {
        const child = byId.get(id);
        if (child) walk(child);
      }
    };
    const root = nodes.find((node) => !node.parentId);
    if (root) walk(root);
    return accessible;
  } finally {
    await session.detach();
  }
}

interface Serialised {
  sharedId: string;
  value?: { localName?: string; shadowRoot?: Serialised | null; children?: Serialised[] };
}
type Sends = { connection: { send(method: string, params: object): Promise<{ result: unknown }> } };

/**
 * Number of elements with this role and name in Firefox's accessibility tree.
 * @param where in the page (without closed roots), or in what the extension added to it
 */
export async function countInFirefox(
  visit: Visit,
  where: "page" | "extension",
  value: { role?: string; name?: string },
): Promise<number> {
  const { browser, page } = visit as FirefoxVisit;
  const { connection } = browser as unknown as Sends;
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const locate = async (startNodes?: { sharedId: string }[]): Promise<number> => {
    const locator = { type: "accessibility", value };
    const { result } = await connection.send("browsingContext.locateNodes", {
      context,
      locator,
      ...(startNodes && { startNodes }),
    });
    return (result as { nodes: unknown[] }).nodes.length;
  };
  if (where === "page") return locate();
  const { result } = await connection.send("script.callFunction", {
    functionDeclaration: `() => ${HOSTS}`,
    awaitPromise: false,
    target: { context },
    serializationOptions: { includeShadowTree: "all", maxDomDepth: 3, maxObjectDepth: 4 },
  });
  const hosts = (result as { result: { value: Serialised[] } }).result.value;
  const tops = hosts.flatMap((host) => host.value?.shadowRoot?.value?.children ?? []);
  const start = tops
    .filter((one) => one.value?.localName && one.value.localName !== "style")
    .map(({ sharedId }) => ({ sharedId }));
  return start.length ? locate(start) : 0;
}
