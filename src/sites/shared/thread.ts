import type { Surface } from "../../domain/assessment.ts";
import { makeContextAdder, perTurn } from "./post-context.ts";

/** The page of a single post: the post in the address, and all posts in their order. */
interface Thread {
  mainPost: Element;
  posts: readonly Element[];
}

/**
 * Adds the parent to posts on the page of a single post: posts below the main post answer it, and each post above is
 * answered by the next.
 */
export function withParents(
  read: (post: Element) => Surface,
  thread: () => Thread | null,
): (post: Element) => Surface {
  const add = makeContextAdder();
  const currentThread = perTurn(thread);
  return (post) => {
    const surface = read(post);
    const context = currentThread();
    const index = context && !surface.sponsored ? context.posts.indexOf(post) : -1;
    if (!context || index < 0) return surface;
    const mainIndex = context.posts.indexOf(context.mainPost);
    const parent = index > mainIndex ? context.mainPost : context.posts[index - 1];
    return parent ? add(surface, { parent: read(parent), page: surface.page }) : surface;
  };
}
