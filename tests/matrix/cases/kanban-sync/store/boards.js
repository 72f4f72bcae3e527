export const cardMoved = (payload) => ({ type: "boards/moved", ...payload });

const seed = { roadmap: { todo: ["4100", "4101"], doing: ["4002"], done: [] } };

export function boards(state = seed, action) {
  if (action.type !== "boards/moved") return state;
  const { board, card, to } = action;
  const columns = Object.entries(state[board]).map(([name, cards]) => {
    const rest = cards.filter((id) => id !== card);
    return [name, name === to ? [...rest, card] : rest];
  });
  return { ...state, [board]: Object.fromEntries(columns) };
}
