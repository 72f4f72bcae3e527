export interface Stage {
  readonly name: string;
  readonly http: string;
  readonly stream: string;
}

const development: Stage = {
  name: "development",
  http: "http://localhost:4242/api/client",
  stream: "ws://localhost:4243/stream",
};

const production = (): Stage => {
  const { origin, host, protocol } = window.location;
  return { name: "production", http: `${origin}/flags/client`, stream: `${protocol.replace("http", "ws")}//${host}/flags/stream` };
};

export const stage: Stage = process.env.APP_STAGE === "development" ? development : production();
