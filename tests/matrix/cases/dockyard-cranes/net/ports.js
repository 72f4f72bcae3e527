export const AMQP = 5672;
export const RELAY = 15674;
export const ADMIN = 15672;
