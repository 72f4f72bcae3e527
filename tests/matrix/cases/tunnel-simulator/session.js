export class Session {
  constructor(Connection, url) {
    this.Connection = Connection;
    this.url = url;
  }

  start(onReading) {
    const connection = new this.Connection(this.url);
    connection.onmessage = ({ data }) => onReading(JSON.parse(data));
    connection.onclose = () => {
      this.connection = null;
    };
    this.connection = connection;
    return this;
  }
}
