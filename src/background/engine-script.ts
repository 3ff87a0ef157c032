/** The script that all sites share, as the build names it (entrypoints/engine.content.ts). */
export const ENGINE_SCRIPT = "content-scripts/engine.js";
