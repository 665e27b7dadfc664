/* What a page from the device says about itself. The words come with the offline page. */
import { SHELL, keptAt, match, presentLook } from "./kept.js";
import { LOOKS, keyOf, languageOf } from "./addresses.js";

const TAGS = { zh: "zh-Hans", en: "en-GB" };

/* Content begins with the note; on the card for a driver, which must be read first, it ends with it. */
const NOTE_AFTER = /<main(?! class="show")[^>]*>/;
const NOTE_BEFORE = /<\/main>/;

/* The copy with a note, and `data-saved-at` for scripts. */
export async function withNote(copy, isSlow) {
  const html = await copy.text();
  const [, tag] = html.match(/<html lang="([\w-]+)"/) ?? [];
  const lang = tag === "en" ? "en" : "zh";
  const note = (await words(lang, isSlow ? "kept-slow" : "kept-offline")).replace("{when}", moment(keptAt(copy), lang));
  const marked = html.replace("<html ", `<html data-saved-at="${keptAt(copy)}" `);
  const noted = NOTE_AFTER.test(marked) ? marked.replace(NOTE_AFTER, (main) => main + note) : marked.replace(NOTE_BEFORE, (end) => note + end);
  return new Response(noted, { status: 200, headers: copy.headers });
}

/* The page for what is not on the device, in the reader's view. */
export async function offlinePage(url, isUnsent = false) {
  const page = await offlineText(languageOf(url));
  if (page === null) return Response.error();
  const [view, step] = ((await presentLook()) ?? "standard-1").split("-");
  const tag = `data-view="${view}" data-text="${step}"${isUnsent ? " data-unsent" : ""}`;
  const html = page.html.replace(/data-view="\w+"(?: data-text="\w+")?/, tag).replace(/css\/site(?:-easy)?\.css/, view === "easy" ? "css/site-easy.css" : "css/site.css");
  const headers = new Headers(page.headers);
  headers.set("Cache-Control", "no-store");
  return new Response(html, { status: 503, headers });
}

async function offlineText(lang) {
  for (const look of LOOKS) {
    const page = await match(SHELL, keyOf(self.SITE.offline[lang], look));
    if (page) return { html: await page.text(), headers: page.headers };
  }
  return null;
}

async function words(lang, id) {
  const page = await offlineText(lang);
  return page?.html.match(new RegExp(`<template id="${id}">(.*?)</template>`, "s"))?.[1] ?? "";
}

function moment(iso, lang) {
  const style = { dateStyle: "long", timeStyle: "short", hourCycle: "h23", timeZone: "Asia/Shanghai" };
  return iso ? new Intl.DateTimeFormat(TAGS[lang], style).format(new Date(iso)) : "";
}
