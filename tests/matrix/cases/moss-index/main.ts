// Computed ports: an enum of services is added to a base port, a TypeScript client class per service opens its own socket.
import { Service } from './proto/services.ts';
import { ServiceClient } from './proto/client.ts';

interface SearchHit {
  id: string;
  title: string;
  score: number;
}

interface CrawlStatus {
  host: string;
  pages: number;
}

const search = new ServiceClient<SearchHit>(Service.Search);
const crawl = new ServiceClient<CrawlStatus>(Service.Crawler);

const hits: SearchHit[] = [];
search.listen((hit) => {
  hits.push(hit);
  hits.sort((a, b) => b.score - a.score);
});
crawl.listen(({ host, pages }) => {
  document.title = `${host}: ${pages} pages`;
});
