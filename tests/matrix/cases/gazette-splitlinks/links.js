export class Link {
  constructor(request) {
    if (request) this.request = request;
  }

  static from(links) {
    return links.reduceRight((rest, link) => new Link((operation, forward) => link.request(operation, (op) => rest.request(op, forward))));
  }
}

export const split = (test, left, right) =>
  new Link((operation, forward) => (test(operation) ? left : right).request(operation, forward));

export const concat = (...links) => Link.from(links);
