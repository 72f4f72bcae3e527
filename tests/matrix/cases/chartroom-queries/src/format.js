const KEYWORDS = ['select', 'from', 'where', 'group by', 'order by', 'limit'];

export const format = (sql) =>
  KEYWORDS.reduce((text, word) => text.replace(new RegExp(`\\b${word}\\b`, 'gi'), word.toUpperCase()), sql.trim());
