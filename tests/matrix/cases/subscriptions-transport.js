// subscriptions-transport-ws, the older GraphQL client.
import { SubscriptionClient } from "subscriptions-transport-ws";

new SubscriptionClient(`ws://${window.location.hostname}:4000/subscriptions`, { reconnect: false });
