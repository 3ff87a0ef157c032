import { readFileSync } from "node:fs";
import { Marked } from "marked";
import { LANGUAGES, type Language } from "../../src/domain/languages.ts";
import { fillIn } from "./blanks.ts";

/** The privacy policy's page in each language. */
const PAGES: Record<Language, string> = { id: "docs/privacy.id.md", en: "docs/privacy.md" };
const RESPONSIBLE: Record<Language, string> = {
  id: "**Penanggung jawab:** {publisher}. **Pertanyaan:** {support-email}.",
  en: "**Responsible:** {publisher}. **Questions:** {support-email}.",
};
const STYLE = `:root{color-scheme:light dark}body{max-width:44rem;margin:0 auto;padding:24px 20px;
font:16px/1.55 system-ui,sans-serif}table{border-collapse:collapse;display:block;overflow-x:auto}
td,th{border:1px solid #888;padding:6px 10px;text-align:start;vertical-align:top}code{overflow-wrap:anywhere}
section+section{margin-top:48px;border-top:1px solid #888}`;

/** Both languages as one page without scripts and without anything from elsewhere, to be published anywhere. */
export function privacyPage(blanks: ReadonlyMap<string, string>): string {
  const marked = new Marked({ async: false });
  const section = (language: Language): string => {
    /* Links between pages of the docs lead nowhere on this one. */
    const text = readFileSync(PAGES[language], "utf8").replace(/\[([^\]]+)\]\((?!https:)[^)]+\)/g, "$1");
    const html = marked.parse(`${text}\n\n${fillIn(RESPONSIBLE[language], blanks)}\n`) as string;
    return `<section lang="${language}" id="${language}">\n${html}</section>\n`;
  };
  const links = LANGUAGES.map((language) => {
    const name = new Intl.DisplayNames(language, { type: "language" }).of(language);
    return `<a href="#${language}" lang="${language}">${name}</a>`;
  }).join(" · ");
  return `<!doctype html>
<html lang="${LANGUAGES[0]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Jaga Netral · Privasi · Privacy</title>
<style>${STYLE}</style>
</head>
<body>
<p>${links}</p>
${LANGUAGES.map(section).join("")}</body>
</html>
`;
}
