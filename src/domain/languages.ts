/* Made by npm run lists; do not edit here. */
/** Languages of the interface: every folder of assets/locales. What a language lacks is shown in Bahasa Indonesia. */
export const LANGUAGES = ["id", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
