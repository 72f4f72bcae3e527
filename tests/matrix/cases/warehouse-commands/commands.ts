import type { Gateway, Printer } from "./runtime";

export class OpenGateway {
  constructor(readonly gateway: Gateway, readonly dock: string) {}
}

export class PrintLabel {
  constructor(readonly sku: string, readonly printer: Printer, readonly copies = 1) {}
}

export class ShowNotice {
  constructor(readonly text: string) {}
}
