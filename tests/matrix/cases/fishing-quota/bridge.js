export function bridge(source, target, onReport) {
  const [from, to] = [source, target].map((url) => new WebSocket(url));
  from.addEventListener("message", ({ data }) => {
    const report = JSON.parse(data);
    onReport(report);
    if (to.readyState === WebSocket.OPEN) to.send(JSON.stringify({ ...report, source: "chart" }));
  });
  return () => {
    from.close();
    to.close();
  };
}
