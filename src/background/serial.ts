/**
 * A queue that runs one task after another, in the order of the calls. Each caller gets the result or the error of its
 * own task; an error does not stop the queue.
 */
export function serialQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => {});
    return next;
  };
}
