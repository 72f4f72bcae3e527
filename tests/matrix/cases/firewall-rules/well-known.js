const SERVICES = {
  5432: { name: "PostgreSQL", scheme: "postgres" },
  6379: { name: "Redis", scheme: "redis" },
  9200: { name: "Elasticsearch", scheme: "http" },
  9000: { name: "PHP-FPM or SonarQube", scheme: "http" },
};

export function explain(port) {
  const { name, scheme } = SERVICES[port] ?? { name: "unknown", scheme: "tcp" };
  const target = new URL(`http://localhost:${port}/`);
  return {
    name,
    test: scheme === "http" ? `curl ${target.href}` : `nc -vz ${target.hostname} ${target.port}`,
    socket: scheme === "http" ? `wscat -c ws://${target.host}/` : null,
  };
}
