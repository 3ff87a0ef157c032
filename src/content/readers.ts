import {
  cachedReader,
  closestAncestor,
  draftOf,
  isDisabled,
  isEditable,
  isHiddenCopy,
  isNative,
  labelOf,
  line,
  mostCentral,
  outermost,
  outermostAbove,
  outermostAt,
  pathOf,
  pathOfUrl,
  plainText,
} from "../dom/text.ts";
import { makeContextAdder, pageOf, perTurn, withPostContext } from "../sites/shared/post-context.ts";
import { rolesOf } from "../sites/shared/roles.ts";

/**
 * What sites' adapters read with: all of these three files. In the built extension their scripts have it from the guard's
 * (scripts/build/shared-readers.ts).
 */
export const readers = {
  cachedReader,
  closestAncestor,
  draftOf,
  isDisabled,
  isEditable,
  isHiddenCopy,
  isNative,
  labelOf,
  line,
  makeContextAdder,
  mostCentral,
  outermost,
  outermostAbove,
  outermostAt,
  pageOf,
  pathOf,
  pathOfUrl,
  perTurn,
  plainText,
  rolesOf,
  withPostContext,
};
