/**
 * The dialog is in a closed shadow root, out of the page's reach. The remote protocols of both browsers can read it;
 * each driver converts its nodes to this shape, and one reader serves both.
 */

export interface ShadowNode<Ref> {
  /** Local name, "" for text. */
  name: string;
  text: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly ShadowNode<Ref>[];
  ref: Ref;
}

export function* walk<Ref>(node: ShadowNode<Ref>): Generator<ShadowNode<Ref>> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

const NOT_READ = /^(style|script|template|svg)$/;

export function textOf<Ref>(node: ShadowNode<Ref>): string {
  if (NOT_READ.test(node.name)) return "";
  return (node.text + node.children.map(textOf).join(node.name === "button" ? "" : " "))
    .replace(/\s+/g, " ")
    .trim();
}

/** The open dialog below these hosts, if any. */
export function openDialog<Ref>(hosts: readonly ShadowNode<Ref>[]): ShadowNode<Ref> | undefined {
  for (const host of hosts)
    for (const node of walk(host)) if (node.name === "dialog" && "open" in node.attributes) return node;
  return undefined;
}

/** The toast below these hosts, if any. */
export function openToast<Ref>(hosts: readonly ShadowNode<Ref>[]): ShadowNode<Ref> | undefined {
  for (const host of hosts) for (const node of walk(host)) if ("popover" in node.attributes) return node;
  return undefined;
}

/** Finds a matching node below the hosts. */
export type Find = <Ref>(hosts: readonly ShadowNode<Ref>[]) => ShadowNode<Ref> | undefined;

export const buttonsOf = <Ref>(dialog: ShadowNode<Ref>): ShadowNode<Ref>[] =>
  [...walk(dialog)].filter((node) => node.name === "button" || node.name === "summary");

export const isArmed = <Ref>(button: ShadowNode<Ref>): boolean =>
  button.attributes["aria-disabled"] !== "true";

/** Expression for the children of <html> other than head and body: the extension's hosts. */
/* By selectors: a page may name an image "documentElement". */
export const HOSTS = `[...document.querySelector(":root").children].filter((e) => !e.matches("head,body"))`;
