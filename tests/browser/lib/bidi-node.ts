import type { ShadowNode } from "./shadow.ts";

/** A node as WebDriver BiDi serialises it. */
export interface BidiNode {
  sharedId: string;
  value: {
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: BidiNode[];
    shadowRoot?: BidiNode | null;
  };
}

/** The parts of a command's answer that are used here. */
export interface BidiResult {
  type?: string;
  result?: { value?: unknown };
  exceptionDetails?: unknown;
  context?: string;
  contexts?: { context: string; url: string }[];
  data?: string;
}
/** Converts it to the shape that both drivers share. */
export function toShadowNode(node: BidiNode): ShadowNode<string> {
  const { localName = "", nodeValue = "", attributes = {}, children = [], shadowRoot } = node.value;
  const below = shadowRoot ? [shadowRoot, ...children] : children;
  return {
    name: localName,
    text: nodeValue,
    attributes,
    children: below.map(toShadowNode),
    ref: node.sharedId,
  };
}
