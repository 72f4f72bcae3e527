export class QuoteStream {
  private source: EventSource | null = null
  private readonly symbols: readonly string[]

  constructor(symbols: readonly string[]) {
    this.symbols = symbols
  }

  start(onQuote: (symbol: string, price: number) => void): void {
    const query = this.symbols.map((s) => `s=${encodeURIComponent(s)}`).join('&')
    this.source = new EventSource(`/quotes/stream?${query}`)
    this.source.addEventListener('quote', (event) => {
      const { symbol, price } = JSON.parse((event as MessageEvent).data)
      onQuote(symbol, price)
    })
  }

  stop(): void {
    this.source?.close()
    this.source = null
  }
}
