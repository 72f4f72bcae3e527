const dig = (tree, key) => key.split('.').reduce((node, part) => (node == null ? node : node[part]), tree);

export function translator(catalogue, languages) {
  return function t(key, values = {}) {
    for (const language of languages) {
      const message = dig(catalogue[language], key);
      if (message !== undefined) {
        return message.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
      }
    }
    return key;
  };
}
