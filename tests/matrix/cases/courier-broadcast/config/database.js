export default { default: "mysql", connections: { mysql: { host: "127.0.0.1", port: 3306 } } };
