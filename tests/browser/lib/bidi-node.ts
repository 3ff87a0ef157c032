import type { SeenNode } from "./shadow.ts";

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

/** What a command answers, as far as it is used here. */
export interface BidiResult {
  type?: string;
  result?: { value?: unknown };
  exceptionDetails?: unknown;
  context?: string;
  contexts?: { context: string; url: string }[];
  data?: string;
}
/** The same in the words of both browsers. */
export function toSeen(node: BidiNode): SeenNode<string> {
  const { localName = "", nodeValue = "", attributes = {}, children = [], shadowRoot } = node.value;
  const below = shadowRoot ? [shadowRoot, ...children] : children;
  return { name: localName, text: nodeValue, attributes, children: below.map(toSeen), ref: node.sharedId };
}
