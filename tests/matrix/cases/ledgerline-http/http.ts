export class HttpRequest {
  constructor(readonly method: string, readonly url: string, readonly headers: Record<string, string> = {}) {}

  clone(update: { url?: string; setHeaders?: Record<string, string> }): HttpRequest {
    return new HttpRequest(this.method, update.url ?? this.url, { ...this.headers, ...update.setHeaders });
  }
}

export type Handler = (request: HttpRequest) => Promise<unknown>;
export type Interceptor = (request: HttpRequest, next: Handler) => Promise<unknown>;

const backend: Handler = async ({ method, url, headers }) => {
  const response = await fetch(url, { method, headers });
  return response.json();
};

export class HttpClient {
  private readonly chain: Handler;

  constructor(interceptors: Interceptor[]) {
    this.chain = interceptors.reduceRight<Handler>((next, interceptor) => (request) => interceptor(request, next), backend);
  }

  get<T>(url: string): Promise<T> {
    return this.chain(new HttpRequest('GET', url)) as Promise<T>;
  }
}
