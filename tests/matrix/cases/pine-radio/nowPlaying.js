export class NowPlaying {
  constructor(url) {
    this.url = url
    this.tracks = []
  }

  start() {
    const source = new EventSource(this.url)
    source.addEventListener('track', ({ data }) => {
      this.tracks.unshift(JSON.parse(data))
      this.tracks.length = Math.min(this.tracks.length, 20)
      this.render()
    })
    source.onerror = () => this.render('The station is silent')
  }

  render(message) {
    const [current] = this.tracks
    document.title = message ?? (current ? `${current.artist} – ${current.title}` : 'Pine Radio')
  }
}
