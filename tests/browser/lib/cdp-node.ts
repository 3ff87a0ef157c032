import type { ShadowNode } from "./shadow.ts";

/** A node as the DevTools protocol describes it. */
export interface CdpNode {
  backendNodeId: number;
  localName: string;
  nodeValue: string;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
}

/** Converts it to the shape that both drivers share. */
export function toShadowNode(node: CdpNode): ShadowNode<number> {
  const attributes: Record<string, string> = {};
  const flat = node.attributes ?? [];
  for (let i = 0; i < flat.length; i += 2) attributes[flat[i]!] = flat[i + 1]!;
  const below = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
  return {
    name: node.localName,
    text: node.nodeValue,
    attributes,
    children: below.map(toShadowNode),
    ref: node.backendNodeId,
  };
}
