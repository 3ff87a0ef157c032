import type { CDPSession } from "@playwright/test";
import { type CdpNode, toShadowNode } from "./cdp-node.ts";
import { buttonsOf, type Find, HOSTS, isArmed, textOf } from "./shadow.ts";
import type { Point, ShownDialog } from "./types.ts";

interface View {
  width: number;
  height: number;
}
type Box = View & { at: Point };

/**
 * The question as Chromium shows it, read through the protocol, closed shadow roots included; undefined without a
 * question.
 */
export async function shownDialog(cdp: CDPSession, find: Find, view: View): Promise<ShownDialog | undefined> {
  const list = await cdp.send("Runtime.evaluate", { expression: HOSTS, objectGroup: "seen" });
  try {
    const own = await cdp.send("Runtime.getProperties", {
      objectId: list.result.objectId!,
      ownProperties: true,
    });
    const entries = own.result.filter(({ name, value }) => /^\d+$/.test(name) && value?.objectId);
    if (!entries.length) return undefined;
    const hosts = await Promise.all(
      entries.map(async ({ value }) => {
        const what = { objectId: value!.objectId!, depth: -1, pierce: true };
        return toShadowNode((await cdp.send("DOM.describeNode", what)).node as CdpNode);
      }),
    );
    const dialog = find(hosts);
    if (!dialog) return undefined;
    const buttons = await Promise.all(
      buttonsOf(dialog).map(async (button) => {
        const box = await boxOf(cdp, button.ref, view);
        return box ? [{ name: textOf(button), armed: isArmed(button), ...box }] : [];
      }),
    );
    return { text: textOf(dialog), role: dialog.attributes.role ?? "", buttons: buttons.flat() };
  } catch {
    return undefined; // the question closed during the reading
  } finally {
    await cdp.send("Runtime.releaseObjectGroup", { objectGroup: "seen" }).catch(() => {});
  }
}

/** Position of a button, scrolled into view if necessary. */
async function boxOf(
  cdp: CDPSession,
  backendNodeId: number,
  { width, height }: View,
): Promise<Box | undefined> {
  const look = async () => {
    const { model } = await cdp.send("DOM.getBoxModel", { backendNodeId });
    const [x1, y1, , , x2, y2] = model.border as [number, number, number, number, number, number];
    return { at: { x: (x1 + x2) / 2, y: (y1 + y2) / 2 }, width: model.width, height: model.height };
  };
  try {
    const box = await look();
    const isInside = box.at.x > 0 && box.at.y > 0 && box.at.x < width && box.at.y < height;
    if (isInside) return box;
    await cdp.send("DOM.scrollIntoViewIfNeeded", { backendNodeId });
    return await look();
  } catch {
    return undefined; // not rendered, for example folded
  }
}
