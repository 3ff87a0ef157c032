/** Finds a point of the element that a real pointer would hit; scrolls it into view. Runs in the page. */
export const POINT = `(e) => {
  if (!e) return null;
  e.scrollIntoView({ block: "center", inline: "nearest" });
  const r = e.getBoundingClientRect();
  if (!r.width || !r.height) return null;
  for (const [fx, fy] of [[.5,.5],[.25,.5],[.75,.5],[.5,.25],[.5,.75],[.1,.5],[.9,.5],[.1,.1],[.9,.9],[.1,.9],[.9,.1]]) {
    const x = r.left + r.width * fx, y = r.top + r.height * fy;
    let hit = document.elementFromPoint(x, y);
    for (let inner; (inner = hit?.shadowRoot?.elementFromPoint(x, y)) && inner !== hit; ) hit = inner;
    for (; hit; hit = hit.assignedSlot ?? hit.parentElement ?? hit.getRootNode().host) if (e === hit) return { x, y };
  }
  return null;
}`;
