import type { StoreForms, StoreName, StoreTexts } from "./texts.ts";

const part = (heading: string, text: string): string => `== ${heading} ==\n${text}\n`;

/** A store's page in one language, part by part, to be pasted. */
export function listingText(store: StoreName, texts: StoreTexts): string {
  return [
    part("Name", texts.name),
    part("Summary", texts.summary),
    part("Description", texts.description),
    ...(store === "edge" ? [part("Search terms", texts.searchTerms.join("\n"))] : []),
    part("Support", "{support-email}\n{support-page}"),
    part("Home page", "{home-page}"),
    part("Privacy policy", "{privacy-page}"),
  ].join("\n");
}

/** What a store asks its publisher beside the page: purpose, permissions, data, certifications. */
export function formText(store: StoreName, forms: StoreForms, texts: StoreTexts): string {
  const permissions = Object.entries(forms.permissions).map(([name, why]) => `${name}\n${why}\n`);
  return [
    part("Publisher", "{publisher}"),
    ...(store === "firefox"
      ? [part("Add-on id", "{addon-id}"), part("For reviewers", forms.reviewers)]
      : [part("Single purpose", texts.singlePurpose)]),
    part("Permissions", permissions.join("\n")),
    part("Remote code", forms.remoteCode),
    part("Data", forms.data.map(([kind, answer]) => `${kind}: ${answer}`).join("\n")),
    part("Certifications", forms.certifications.join("\n")),
  ].join("\n");
}
