// graphql-ws subscriptions on port 4000, queries and a quote stream on the page's own origin.
import { request, subscribe } from './graphql/client.ts'
import { QuoteStream } from './quotes.ts'

type Order = { id: string; side: 'BUY' | 'SELL'; quantity: number }

const ORDERS = /* GraphQL */ `
  query Orders($book: ID!) {
    orders(book: $book) { id side quantity }
  }
`
const ORDER_CHANGED = /* GraphQL */ `
  subscription OrderChanged($book: ID!) {
    orderChanged(book: $book) { id side quantity }
  }
`

const book = new Map<string, Order>()

async function load() {
  const result = await request<{ orders: Order[] }>(ORDERS, { book: 'main' })
  for (const order of result?.orders ?? []) book.set(order.id, order)
}

subscribe<{ orderChanged: Order }>(ORDER_CHANGED, { book: 'main' }, ({ orderChanged }) => {
  book.set(orderChanged.id, orderChanged)
})

new QuoteStream(['EURUSD', 'XAU']).start((symbol, price) => {
  document.title = `${symbol} ${price}`
})

void load()
