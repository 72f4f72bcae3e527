export class Canvas {
  private socket?: WebSocket;
  private readonly shapes = new Map<string, { x: number; y: number }>();

  constructor(private readonly sync: string, private readonly render: string) {}

  open(board: string): void {
    this.socket = new WebSocket(`${this.sync}/${board}`);
    this.socket.onmessage = ({ data }) => {
      const { id, x, y } = JSON.parse(data);
      this.shapes.set(id, { x, y });
    };
    void this.thumbnail(board, { width: 1280, height: 9030 });
  }

  private async thumbnail(board: string, size: { width: number; height: number }): Promise<void> {
    const url = `${this.render}/${board}.png?w=${size.width}&h=${size.height}`;
    await fetch(url, { headers: { accept: 'image/png' } }).catch(() => undefined);
  }
}
