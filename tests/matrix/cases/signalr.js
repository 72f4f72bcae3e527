// SignalR: withUrl on a fixed port of the page's host.
import { HubConnectionBuilder } from "@microsoft/signalr";

const connection = new HubConnectionBuilder().withUrl(`${location.protocol}//${location.hostname}:5000/hub?tenant=1`).build();
connection.start().catch(() => {});
