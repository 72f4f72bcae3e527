const javascript = (url) => `const socket = new WebSocket("${url}");\nsocket.onmessage = ({ data }) => console.log(data);`;
const python = (url) => `async with websockets.connect("${url}") as socket:\n    print(await socket.recv())`;
const shell = (url) => `websocat ${url}`;

export function samples(host, port) {
  const url = `ws://${host}:${port}/events`;
  const local = url.replace(host, "localhost");
  return [
    { title: "JavaScript", code: javascript(url) },
    { title: "Python", code: python(url) },
    { title: "Shell", code: shell(local) },
  ];
}
