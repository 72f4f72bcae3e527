/** Later layers win; a lookup falls through to the earlier ones. */
export const layers = (...all) => all.reduce((below, layer) => Object.assign(Object.create(below), layer), null);

function tokens(template) {
  const found = [];
  let rest = template;
  while (rest) {
    const start = rest.indexOf("{");
    const end = rest.indexOf("}", start);
    if (start < 0) {
      found.push({ text: rest });
      break;
    }
    if (start > 0) found.push({ text: rest.slice(0, start) });
    found.push({ name: rest.slice(start + 1, end) });
    rest = rest.slice(end + 1);
  }
  return found;
}

export function expand(template, variables) {
  let output = "";
  for (const { text, name } of tokens(template)) {
    if (text !== undefined) output += text;
    else if (name[0] === "?") output += `?${name.slice(1)}=${encodeURIComponent(variables[name.slice(1)])}`;
    else output += encodeURIComponent(variables[name]);
  }
  return output;
}
