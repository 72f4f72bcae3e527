const WIDTH = 3840;
const HEIGHT = 2160;

export class Board {
  constructor(root, strokes) {
    this.strokes = strokes;
    this.canvas = root.appendChild(Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT }));
    this.draw();
  }

  addStroke(points) {
    this.strokes.push([points]);
  }

  draw() {
    const context = this.canvas.getContext('2d');
    context.clearRect(0, 0, WIDTH, HEIGHT);
    for (const [start, ...rest] of this.strokes.toArray()) {
      context.beginPath();
      context.moveTo(...start);
      rest.forEach((point) => context.lineTo(...point));
      context.stroke();
    }
  }
}
