type Constructor<T> = new (...args: any[]) => T;
type CommandHandler<T> = (command: T, bus: CommandBus) => void | Promise<void>;

export class CommandBus {
  private readonly handlers = new Map<Constructor<any>, CommandHandler<any>>();
  private readonly history: unknown[] = [];

  register<T>(type: Constructor<T>, handler: CommandHandler<T>): this {
    this.handlers.set(type, handler);
    return this;
  }

  dispatch<T extends object>(command: T): void {
    const handler = this.handlers.get(command.constructor as Constructor<T>);
    if (!handler) throw new Error(`No handler of ${command.constructor.name}`);
    this.history.push(command);
    Promise.resolve(handler(command, this)).catch((e) => console.warn(e));
  }
}
