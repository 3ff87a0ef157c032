/** The local day, computed at most once per minute, because a page needs it for every post. */
export function dayByMinute(): () => string {
  let minute = -1;
  let day = "";
  return () => {
    const now = Math.floor(Date.now() / 60_000);
    if (now !== minute) day = localDay(new Date());
    minute = now;
    return day;
  };
}

/** Local day, ISO "YYYY-MM-DD". */
export function localDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
