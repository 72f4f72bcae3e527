export const truncate = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
