const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

export function merge(base, over) {
  const result = { ...base };
  for (const [key, value] of Object.entries(over)) {
    result[key] = isObject(value) && isObject(base[key]) ? merge(base[key], value) : value;
  }
  return result;
}
