import { PromptStream } from "./base";

export class AnswerStream extends PromptStream {
  protected readonly path = "/v1/answers";

  constructor(private readonly model: string) {
    super();
  }

  protected override get port(): number {
    return 11435;
  }

  protected override get headers(): Record<string, string> {
    return { ...super.headers, "X-Model": this.model, "X-Max-Tokens": "8192" };
  }
}

export class HintStream extends PromptStream {
  protected readonly path = "/api/hints";
}
