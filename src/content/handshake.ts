/*
 * Where one script of a page provides something and others take it: a place on the global object of the extension's
 * isolated world, which no script of the page can reach. Its key is a symbol, because that object exposes elements of the
 * page by their ids: `<html id="…">` would shadow a string key. Each frame and each version of the extension has a world
 * of its own, so scripts that meet always belong to the same build.
 *
 * Importing this file has no effect, because it is part of all scripts.
 */

interface Place<T> {
  thing?: T;
  waiting: ((thing: T) => void)[];
}

function placeOf<T>(name: string): Place<T> {
  const key = Symbol.for(`jaga-netral:${name}`);
  const world = globalThis as { [key]?: Place<T> };
  world[key] ??= { waiting: [] };
  return world[key];
}

/** If several manifest entries inject the providing script into one frame, its first instance is used. */
export function provide<T>(name: string, thing: T): void {
  const place = placeOf<T>(name);
  if (place.thing) return;
  place.thing = thing;
  for (const take of place.waiting.splice(0)) take(thing);
}

/** What was provided; undefined before. */
export const provided = <T>(name: string): T | undefined => placeOf<T>(name).thing;

/** Calls at once with what was provided already, else as soon as it is. */
export function whenProvided<T>(name: string, take: (thing: T) => void): void {
  const { thing, waiting } = placeOf<T>(name);
  if (thing) take(thing);
  else waiting.push(take);
}
