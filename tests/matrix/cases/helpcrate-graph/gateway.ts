/** Where the federated gateway listens. Docs of the staging one: https://docs.helpcrate.example:9090/gateway */
class Gateway {
  static readonly #subscriptionPort = "4010";

  readonly authority = `${window.location.hostname}:${Gateway.#subscriptionPort}`;

  get subscriptions(): string {
    const secure = /^https/.test(window.location.protocol);
    return (secure ? "wss://" : "ws://").concat(this.authority, "/subscriptions");
  }

  async ticket(): Promise<string | null> {
    return sessionStorage.getItem("helpcrate.ticket");
  }
}

export const gateway = new Gateway();
