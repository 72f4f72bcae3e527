/** Values are encoded; one wrapped in an array is taken as it is. */
export function address(strings, ...values) {
  return strings.reduce((url, string, index) => {
    const value = values[index - 1];
    return url + (Array.isArray(value) ? value[0] : encodeURIComponent(value)) + string;
  });
}

export function text(strings, ...values) {
  return String.raw({ raw: strings }, ...values.map((value) => String(value).trim()));
}
