export const presets = {
  http: { name: "Web server", target: "192.168.1.10", port: 8080, protocol: "tcp" },
  camera: { name: "Camera", target: "192.168.1.64", port: 554, protocol: "tcp" },
  game: { name: "Game server", target: "10.0.0.7", port: 27015, protocol: "udp" },
};

export const summarise = ({ name, protocol, target, port }) => `${name}: ${protocol}://${target}:${port}`;
