/** One defence, removed from a copy of the tree: a listed test must then fail. */
export interface Mutation {
  /** A short name to select it by (`npm run mutations -- name`). */
  name: string;
  /** The protection in a few words. */
  defence: string;
  file: string;
  /** Is in the file exactly once; otherwise this list is out of date. */
  find: string;
  put: string;
  /** Test files of which one must fail. Those under tests/browser run against a build of the copy. */
  tests: readonly string[];
  /** Title of the only test to run in these files. */
  only?: string;
  /** The browser of its tests, where only that one needs the defence. */
  browser?: "firefox";
  /** The tests check the built extension. */
  built?: boolean;
}
