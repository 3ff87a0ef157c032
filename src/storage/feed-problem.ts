import * as z from "zod/mini";

const feedProblemSchema = z.object({
  text: z.object({ id: z.string(), en: z.string() }),
  /** A file or value was refused, so somebody must mend it; otherwise the next look may go well. */
  refused: z.boolean(),
  /** Values of the policy itself, or what came by policy, file or address. */
  from: z.enum(["policy", "rules"]),
});
export type FeedProblem = z.output<typeof feedProblemSchema>;

/** The stored problem; null where there is none or it is damaged. */
export const readFeedProblem = (value: unknown): FeedProblem | null =>
  z.safeParse(feedProblemSchema, value).data ?? null;
