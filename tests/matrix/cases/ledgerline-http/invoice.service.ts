import type { HttpClient } from './http';
import { environment } from './environments/environment';

interface Invoice {
  number: string;
  due: string;
  total: number;
}

export class InvoiceService {
  constructor(private readonly http: HttpClient) {}

  async list(filter: Record<string, string>): Promise<Invoice[]> {
    const timeout = new Promise<Invoice[]>((done) => setTimeout(() => done([]), environment.timeouts.list));
    const found = this.http.get<Invoice[]>(`invoices?${new URLSearchParams(filter)}`).catch(() => []);
    return Promise.race([timeout, found]);
  }

  async translations(language: string): Promise<void> {
    await this.http.get(`/assets/i18n/${language}.json`).catch(() => undefined);
    await this.http.get(`${environment.cdn}/fonts.json`).catch(() => undefined);
  }
}
