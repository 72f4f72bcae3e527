export const gauge = (label) => {
  const node = document.createElement("output");
  node.title = label;
  document.getElementById("root").append(node);
  return ({ kilowatts, at }) => {
    node.textContent = `${label}: ${kilowatts.toFixed(2)} kW (${at.toLocaleTimeString()})`;
  };
};
