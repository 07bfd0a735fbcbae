// What an element needs of the page that it stands in: its styles, its language, and a way to hand over a file.
import { style } from "./element-style.js";

let adopted;

/** The style of every element, as an object of the platform: no inline style, which a strict policy would refuse. */
export function sheet() {
  if (!adopted) {
    adopted = new CSSStyleSheet();
    adopted.replaceSync(style);
  }
  return adopted;
}

/** The language of an element's numbers and dates: its own, its surroundings', the browser's, or else English. */
export function tagOf(element) {
  const asked = [element.locale, element.closest("[lang]")?.lang, navigator.language, "en"];
  return asked.find(isTag);
}

function isTag(tag) {
  try {
    return Intl.getCanonicalLocales(tag || []).length > 0;
  } catch {
    return false;
  }
}

/** Offers a file that was made here. It goes to the user's own disk and passes no network. */
export function keep(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // The browser reads it after the click has returned; a minute is long for a disk.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
