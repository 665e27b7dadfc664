/* What can be read aloud in a part of the page: its sentences, each with its language and place. */
const SKIPPED = "svg, form, button, select, nav, details:not([open]), [data-unread], [aria-hidden=true], .vh, .map, .no-print, script, noscript";
const TAGS = { "zh-Hans": "zh-CN" };

export function sentencesOf(root) {
  return runsOf(root).flatMap(cut);
}

/* Texts that stand together: the same block and the same language. */
function runsOf(root) {
  const runs = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const { parentElement } = node;
    if (!node.data.trim() || parentElement.closest(SKIPPED) || !parentElement.checkVisibility()) continue;
    const block = blockOf(parentElement);
    const { lang } = parentElement.closest("[lang]");
    const last = runs.at(-1);
    if (last?.block === block && last.lang === lang) last.nodes.push(node);
    else runs.push({ block, lang, nodes: [node] });
  }
  return runs;
}

function blockOf(element) {
  const isInline = getComputedStyle(element).display.startsWith("inline");
  return isInline && element.parentElement ? blockOf(element.parentElement) : element;
}

function cut({ nodes, lang }) {
  const text = nodes.map((node) => node.data).join(" ").replace(/\s/g, " "); // a line break would end a sentence
  return pieces(text, lang)
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
    .map(({ segment, index }) => {
      const start = index + segment.length - segment.trimStart().length;
      const said = segment.trim();
      return { text: said.replace(/ +/g, " "), lang: TAGS[lang] ?? lang, range: rangeOf(nodes, start, start + said.length) };
    });
}

function pieces(text, lang) {
  if (!("Segmenter" in Intl)) return [{ segment: text, index: 0 }];
  return [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)];
}

function rangeOf(nodes, start, end) {
  const range = document.createRange();
  range.setStart(...placeOf(nodes, start));
  range.setEnd(...placeOf(nodes, end));
  return range;
}

/* The node and the offset in it of a place in the joined text; one space stands between two nodes. */
function placeOf(nodes, at) {
  let rest = at;
  for (const node of nodes) {
    if (rest <= node.length) return [node, rest];
    rest -= node.length + 1;
  }
  const last = nodes.at(-1);
  return [last, last.length];
}
