const EXPRESSION = /\{([+#]?)([a-z_]+)\}/g;

const encoders = {
  "": encodeURIComponent,
  "+": encodeURI,
  "#": (value) => "#" + encodeURI(value),
};

/** Expands {x}, {+x} and {#x}; a name without a value expands to nothing. */
export function expand(template, variables) {
  return template.replace(EXPRESSION, (_, operator, name) => {
    const value = variables[name];
    return value === undefined ? "" : encoders[operator](String(value));
  });
}
