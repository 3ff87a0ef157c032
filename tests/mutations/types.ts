/** One defence, taken out of a copy of the tree: a named test must then fail. */
export interface Mutation {
  /** A short name, to pick it by (`npm run mutations -- name`). */
  name: string;
  /** What protects, in a few words. */
  defence: string;
  file: string;
  /** Stands in the file exactly once; else this list is out of date. */
  find: string;
  put: string;
  /** Test files, of which one must fail. Under tests/browser they run in Chromium, against a build of the copy. */
  tests: readonly string[];
  /** Title of the one test to run in these files. */
  only?: string;
  /** The tests look at the built extension. */
  built?: boolean;
}
