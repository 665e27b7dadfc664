/* One suggestion: the name with what matched in it, the other language, what sort of thing it is. */
export default function makeOption(item, id) {
  const option = document.createElement("li");
  option.id = id;
  option.role = "option";
  option.className = "suggestion";
  option.setAttribute("aria-selected", "false");
  const name = marked("span", item.name, item.marks);
  name.className = "suggestion__name";
  const alt = marked("span", item.alt, item.alt_marks);
  alt.className = "suggestion__alt";
  alt.lang = item.alt_lang;
  const sort = document.createElement("span");
  sort.className = "suggestion__type";
  sort.textContent = item.type;
  option.append(name, " ", alt, " ", sort);
  return option;
}

/* Text with spans [start, end] in it marked; they count code points, as the server does. */
function marked(tag, text, spans) {
  const element = document.createElement(tag);
  const letters = Array.from(text);
  let at = 0;
  for (const [start, end] of spans) {
    element.append(letters.slice(at, start).join(""), mark(letters.slice(start, end).join("")));
    at = end;
  }
  element.append(letters.slice(at).join(""));
  return element;
}

function mark(text) {
  const element = document.createElement("mark");
  element.textContent = text;
  return element;
}
