/** No build step for documents: the text with its white space made small. */
export function gql(strings: TemplateStringsArray, ...values: unknown[]): string {
  return String.raw({ raw: strings }, ...values).replace(/\s+/g, " ").trim();
}
