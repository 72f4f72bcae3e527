import { Feed } from "./feed";

export class BerthFeed extends Feed {
  static channel = "berth";
}

export class CraneFeed extends Feed {
  static channel = "crane";
  static port = 8931;
}

export class YardFeed extends Feed {
  static channel = "yard";
  static keepAliveMs = 60000;
  static get authority(): string {
    return window.location.host;
  }
}
