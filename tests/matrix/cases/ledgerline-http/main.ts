// Angular-like HttpClient with an interceptor chain: the prefix interceptor clones requests with the environment's API address.
import { HttpClient } from './http';
import { authInterceptor, prefixInterceptor, timingInterceptor } from './interceptors';
import { InvoiceService } from './invoice.service';

const http = new HttpClient([timingInterceptor, prefixInterceptor, authInterceptor]);
const invoices = new InvoiceService(http);

void invoices.list({ status: 'open' });
void invoices.translations('de');
