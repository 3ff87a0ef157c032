/**
 * Makes a queue that runs one piece of work after another, in the order they came. Each caller gets the result or the
 * error of its own work; an error does not stop the queue.
 */
export function serial(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
}
