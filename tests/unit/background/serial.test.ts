import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { serialQueue } from "../../../src/background/serial.ts";

const pause = (turns: number) =>
  Array.from({ length: turns }).reduce<Promise<void>>((last) => last.then(() => {}), Promise.resolve());

describe("serial", () => {
  it("runs one task at a time in the order of the calls, and gives each caller its own result", async () => {
    const works = fc.array(fc.record({ turns: fc.nat(5), fails: fc.boolean() }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(works, async (all) => {
        const queue = serialQueue();
        const order: string[] = [];
        const ends = await Promise.allSettled(
          all.map(({ turns, fails }, at) =>
            queue(async () => {
              order.push(`begin ${at}`);
              await pause(turns);
              order.push(`end ${at}`);
              if (fails) throw new Error(`error ${at}`);
              return at;
            }),
          ),
        );
        expect(order).toEqual(all.flatMap((_, at) => [`begin ${at}`, `end ${at}`]));
        expect(ends).toEqual(
          all.map(({ fails }, at) =>
            fails
              ? { status: "rejected", reason: new Error(`error ${at}`) }
              : { status: "fulfilled", value: at },
          ),
        );
      }),
    );
  });

  it("continues after a task that throws synchronously", async () => {
    const queue = serialQueue();
    const failed = queue(() => {
      throw new Error("at once");
    });
    await expect(failed).rejects.toThrow("at once");
    expect(await queue(async () => "next")).toBe("next");
  });

  it("starts no task while another is unfinished, even one added later", async () => {
    const queue = serialQueue();
    const gate = Promise.withResolvers<void>();
    const first = queue(() => gate.promise);
    await pause(10);
    let started = false;
    const second = queue(async () => {
      started = true;
    });
    await pause(10);
    expect(started).toBe(false);
    gate.resolve();
    await Promise.all([first, second]);
    expect(started).toBe(true);
  });

  it("keeps queues independent of each other", async () => {
    const [one, other] = [serialQueue(), serialQueue()];
    const gate = Promise.withResolvers<void>();
    const waits = one(() => gate.promise);
    expect(await other(async () => "free")).toBe("free");
    gate.resolve();
    await waits;
  });
});
